using System.Text;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Model.Runs;
using Trawl.Storage.Outputs;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Bench;

/// <summary>Commits of outcomes as a crawl makes them: each page has links, most of them new, and one record.</summary>
internal sealed class Workload(int pages, int outcomes, int links, bool durable)
{
    private static readonly PipelinePlan Plan = new()
    {
        Name = "bench",
        Start = [new StartUrl("https://shop.test/")],
        Records = [new RecordType { Name = "product", Key = ["sku"], Fields = [new FieldPlan { Name = "sku" }] }],
        Outputs = [new OutputPlan(OutputFormat.Jsonl, null, [])],
    };

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Payload = Encoding.UTF8.GetBytes(
        """{"sku":"A-1","title":"A product of a usual length","price":19.99,"tags":["a","b"]}""");

    private int _nextPage;

    internal async Task<Measurement> RunAsync(string folder)
    {
        var options = new RunStoreOptions { Durable = durable };
        await using var store =
            SqliteRunStore.Create(folder, new RunCreation(new RunId("bench-1"), Plan, Now), options);
        var opening = await store.OpenAsync(Now, default);
        var batch = new CommitBatch { Epoch = opening.Epoch, Now = Now };
        var first = await store.CommitAsync(
            batch with { Admissions = [new AdmissionChunk([.. Enumerable.Range(0, outcomes).Select(_ => NewPage())])] }, default);
        var wants = new[] { new LeaseWant(first.Hosts[0].HostId, outcomes) };
        var result = await store.CommitAsync(batch with { Wants = wants, End = Running() }, default);
        var measurement = new Measurement();
        for (var done = 0; done < pages; done += outcomes)
        {
            var next = batch with { Settlements = [.. result.Leased.Select(Settle)], Wants = wants };
            measurement.Start();
            result = await store.CommitAsync(next, default);
            measurement.Stop(next.Settlements.Count);
        }

        return measurement;
    }

    /// <summary>Publishes what <see cref="RunAsync"/> stored.</summary>
    internal async Task<Measurement> PublishAsync(string folder)
    {
        var measurement = new Measurement();
        measurement.Start();
        var outputs = await new OutputPublisher(folder).PublishAsync(Plan, default);
        measurement.Stop((int)outputs[0].Records["product"]);
        return measurement;
    }

    private static RunEnd Running() => new(RunState.Running, null, null);

    private Settlement Settle(LeasedRequest request) => new()
    {
        Request = request,
        As = SettledAs.Done,
        At = Now,
        Status = 200,
        ContentType = "text/html; charset=utf-8",
        Address = "127.0.0.1:8080",
        Bytes = 21_000,
        Duration = TimeSpan.FromMilliseconds(12),
        Rules = "product",
        Fetched = true,
        OutsideLinks = 3,
        Children = [.. Enumerable.Range(0, links).Select(_ => NewPage())],
        Records = [new NewRecord { Type = "product", Key = request.Url, Payload = Payload }],
    };

    private NewRequest NewPage()
    {
        var number = _nextPage++;
        // One link in ten is known already.
        number = number % 10 == 9 ? number / 2 : number;
        var url = $"https://shop.test/catalogue/category-{number % 97}/product-{number}.html";
        return new NewRequest
        {
            Fingerprint = Fingerprint.Of("GET", url, []),
            Url = url,
            Host = "https://shop.test",
            Depth = 3,
            Via = "listing.follow[0]",
        };
    }
}
