using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Journal;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Tests.Runs;

/// <summary>The journal stands in the order in which the engine saw things, whatever their times say.</summary>
public sealed class JournalOrderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Commit_PutsEachNoteAtItsPlace_AndAdmissionsBehindTheOutcomes()
    {
        await using var store = SqliteRunStore.Create(_folder["run"], new RunCreation(new RunId("run"), Plans.Simple(), Now));
        var epoch = (await store.OpenAsync(Now, default)).Epoch;
        var batch = new CommitBatch { Epoch = epoch, Now = Now };
        var first = await store.CommitAsync(batch with
        {
            Admissions = [new AdmissionChunk([Page("a"), Page("b"), Page("a")]) { At = Now, StartPointsAdmitted = 1 }],
            Leases = [1, 2],
        }, default);
        await store.CommitAsync(batch with
        {
            Settlements = [.. first.Leased.Select(r => new Settlement { Request = r, As = SettledAs.Done, At = Now })],
            Admissions = [new AdmissionChunk([Page("a"), Page("c")]) { At = Now, RequestId = 2 }],
            Journal = [Note(0, "zero"), Note(1, "one"), Note(2, "two")],
        }, default);

        using var reader = RunReader.Open(_folder["run"]);
        Assert.Equal(
            [
                """RequestsAdmitted  {"new":2,"first":1,"known":1,"startPoints":1}""",
                "Warning  zero",
                """AttemptSettled 1 {"as":"done"}""",
                "Warning  one",
                """AttemptSettled 2 {"as":"done"}""",
                """RequestsAdmitted 2 {"new":1,"first":3,"known":1}""",
                "Warning  two",
            ],
            reader.Journal(1, 100).Select(e => $"{e.Kind} {e.RequestId} {e.Data}"));
    }

    public void Dispose() => _folder.Dispose();

    private static JournalNote Note(int after, string data) =>
        new(after, new JournalEntry(0, Now.AddSeconds(-after), JournalKind.Warning, null, data));

    private static NewRequest Page(string path) => new()
    {
        Fingerprint = Fingerprint.Of("GET", path, []),
        Url = $"https://shop.test/{path}",
        Host = "https://shop.test",
        Via = "start",
    };
}
