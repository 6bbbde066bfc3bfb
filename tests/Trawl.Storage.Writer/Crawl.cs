using System.Globalization;
using System.Text;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Writer;

/// <summary>
/// A crawl without a web: page n links to pages 2n+1 and 2n+2 and has one record. After each commit it prints
/// <c>ack</c> and the pages that the commit settled, so that a test can compare what was promised with what is there.
/// </summary>
internal sealed class Crawl(string folder)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Stream _out = Console.OpenStandardOutput();

    internal async Task RunAsync()
    {
        await using var store = File.Exists(RunFiles.Database(folder)) ? SqliteRunStore.Open(folder) : CreateRun();
        var opening = await store.OpenAsync(Now, default);
        Say($"open {opening.Epoch} {opening.Reclaimed}");
        var batch = new CommitBatch { Epoch = opening.Epoch, Now = Now };
        var first = await store.CommitAsync(batch with { Admissions = [new AdmissionChunk([Page(0)])] }, default);
        var hostId = opening.Hosts.Select(h => h.Id).Concat(first.Hosts.Select(h => h.HostId)).First();
        var hands = first.Leased;
        while (true)
        {
            var next = batch with
            {
                Settlements = [.. hands.Select(Settle)],
                Wants = [new LeaseWant(hostId, 20)],
            };
            hands = (await store.CommitAsync(next, default)).Leased;
            Say("ack " + string.Join(' ', next.Settlements.Select(s => Number(s.Request.Url))));
        }
    }

    private SqliteRunStore CreateRun()
    {
        var plan = new PipelinePlan
        {
            Name = "tree",
            Start = [new StartUrl("https://tree.test/0")],
            Records = [new RecordType { Name = "page", Fields = [new FieldPlan { Name = "n" }] }],
        };
        return SqliteRunStore.Create(folder, new RunCreation(new RunId("tree-1"), plan, Now));
    }

    private static NewRequest Page(long number)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"https://tree.test/{number}");
        return new NewRequest
        {
            Fingerprint = Fingerprint.Of("GET", url, []),
            Url = url,
            Host = "https://tree.test",
            Via = "tree",
        };
    }

    private static Settlement Settle(LeasedRequest request)
    {
        var number = Number(request.Url);
        return new Settlement
        {
            Request = request,
            As = SettledAs.Done,
            At = Now,
            Status = 200,
            Fetched = true,
            Children = [Page((2 * number) + 1), Page((2 * number) + 2)],
            Records = [new NewRecord { Type = "page", Payload = Encoding.UTF8.GetBytes($"{{\"n\":{number}}}") }],
        };
    }

    private static long Number(string url) =>
        long.Parse(url["https://tree.test/".Length..], CultureInfo.InvariantCulture);

    /// <summary>One write a line, so that a killed process leaves whole lines or a last one without its end.</summary>
    private void Say(string line)
    {
        _out.Write(Encoding.ASCII.GetBytes(line + "\n"));
        _out.Flush();
    }
}
