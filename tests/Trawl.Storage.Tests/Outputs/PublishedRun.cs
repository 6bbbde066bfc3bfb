using System.Text;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Model.Runs;
using Trawl.Storage.Outputs;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Tests.Outputs;

/// <summary>A run whose pages gave these records, in this order of arrival.</summary>
public sealed class PublishedRun : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TestFolder _home = new();

    public string Folder => _home["runs/shop-1"];

    public string this[string name] => _home[name];

    public string Dataset(string name) => Path.Combine(RunFiles.Datasets(Folder), name);

    public string ReadDataset(string name) => File.ReadAllText(Dataset(name));

    public async Task<PublishedRun> StoreAsync(PipelinePlan plan, params (string Url, NewRecord[] Records)[] pages)
    {
        var options = new RunStoreOptions { Inline = true, Durable = false };
        var creation = new RunCreation(new RunId("shop-1"), plan, Now);
        await using var store = SqliteRunStore.Create(Folder, creation, options);
        var opening = await store.OpenAsync(Now, default);
        var batch = new CommitBatch { Epoch = opening.Epoch, Now = Now };
        var admitted =
            await store.CommitAsync(batch with { Admissions = [new AdmissionChunk([.. pages.Select(p => Request(p.Url))])] }, default);
        var wants = admitted.Hosts.Select(h => new LeaseWant(h.HostId, 1_000_000)).ToList();
        var leased = (await store.CommitAsync(batch with { Wants = wants }, default)).Leased;
        var records = pages.ToDictionary(p => p.Url, p => p.Records);
        var settlements = leased.Select(r => Settle(r, records[r.Url])).ToList();
        var end = new RunEnd(RunState.Publishing, null, null);
        await store.CommitAsync(batch with { Settlements = settlements, End = end }, default);
        return this;
    }

    public async Task<IReadOnlyList<PublishedOutput>> PublishAsync(PipelinePlan plan) =>
        await new OutputPublisher(Folder).PublishAsync(plan, default);

    public static NewRecord Product(string json, string? key = null, params string[] uniques) =>
        new() { Type = "product", Key = key, Uniques = uniques, Payload = Encoding.UTF8.GetBytes(json) };

    public void Dispose() => _home.Dispose();

    private static NewRequest Request(string url) => new()
    {
        Fingerprint = Fingerprint.Of("GET", url, []),
        Url = url,
        Host = "https://shop.test",
        Via = "start",
    };

    private static Settlement Settle(LeasedRequest request, NewRecord[] records) =>
        new() { Request = request, As = SettledAs.Done, At = Now, Status = 200, Fetched = true, Records = records };
}
