using System.Text;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Errors;
using Trawl.Model.Ids;
using Trawl.Model.Journal;
using Trawl.Model.Records;
using Trawl.Model.Requests;
using Trawl.Model.Runs;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Tests.Reading;

public sealed class RunReaderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TestFolder _folder = new();
    private SqliteRunStore _store = null!;
    private RunOpening _opening = null!;
    private LeasedRequest _start = null!;

    public async Task InitializeAsync()
    {
        _store =
            SqliteRunStore.Create(_folder["runs/shop-1"], new RunCreation(new RunId("shop-1"), Plans.Simple(), Now));
        _opening = await _store.OpenAsync(Now, default);
        var admitted = await CommitAsync(b => b with { Admissions = [new AdmissionChunk([Page("https://shop.test/", null)])] });
        var wants = new[] { new LeaseWant(admitted.Hosts[0].HostId, 1) };
        var running = new RunEnd(RunState.Running, null, null);
        _start = (await CommitAsync(b => b with { Wants = wants, End = running })).Leased[0];
        var record = new NewRecord { Type = "product", Key = "1", Payload = Encoding.UTF8.GetBytes("{\"sku\":\"1\"}") };
        var aside = record with
        {
            Status = RecordStatus.Quarantined,
            Problems = """[{"field":"sku","rule":"required","message":"nothing found"}]""",
        };
        var settlement = new Settlement
        {
            Request = _start,
            As = SettledAs.Done,
            At = Now.AddSeconds(1),
            Status = 200,
            ContentType = "text/html",
            Bytes = 7,
            Fetched = true,
            Rules = "start",
            KnownLinks = 2,
            OutsideLinks = 1,
            Children =
                [Page("https://shop.test/a", _start.Id), Page("https://shop.test/b", _start.Id, ErrorCode.SkipScope)],
            Records = [record, aside],
        };
        await CommitAsync(b => b with { Settlements = [settlement] });
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void ReadRun_BesideTheWriter_SeesTheLastCommit()
    {
        using var reader = RunReader.Open(_folder["runs/shop-1"]);
        var run = reader.ReadRun();
        Assert.Equal(("shop-1", "shop", RunState.Running), (run.Id.Value, run.Pipeline, run.State));
        Assert.Equal((1, 1, 1, 1), (
            run.Counters.Queued, run.Counters.Done, run.Counters.Skipped, run.Counters.Quarantined));
        Assert.Equal((Now, Now), (run.CreatedAt, run.StartedAt));
        Assert.Null(run.EndedAt);
        Assert.Equal(run.Counters, reader.ReadProgress().Counters);
        Assert.Equal("shop", reader.ReadPlan().Name);
    }

    [Fact]
    public void Requests_ByStateUrlAndPage_AreFound()
    {
        using var reader = RunReader.Open(_folder["runs/shop-1"]);
        Assert.Equal(3, reader.Requests(new RequestQuery()).Count);
        Assert.Equal([2L], reader.Requests(new RequestQuery { After = 1, Limit = 1 }).Select(r => r.Id));
        Assert.Equal("https://shop.test/b", reader.Requests(new RequestQuery { State = RequestState.Skipped })[0].Url);
        Assert.Single(reader.Requests(new RequestQuery { Code = ErrorCode.SkipScope }));
        Assert.Single(reader.Requests(new RequestQuery { UrlContains = "test/a" }));
        Assert.Equal(2, reader.Requests(new RequestQuery { ParentId = _start.Id }).Count);
        Assert.Equal(2, reader.CountChildren(_start.Id));
        var child = reader.Request("https://shop.test/a");
        Assert.Equal(["https://shop.test/a", "https://shop.test/"], reader.PathTo(child!.Id).Select(r => r.Url));
        var start = reader.Request(_start.Id)!;
        Assert.Equal((RequestState.Done, 200, 2, 2, 1, 2), (
            start.State, start.Status, start.LinksNew, start.LinksKnown, start.LinksOutside, start.Records));
        Assert.Equal(start, reader.Request(Fingerprint.Of("GET", "https://shop.test/", [])));
        Assert.Null(reader.Request("https://shop.test/never"));
        var outcome = Assert.Single(reader.Outcomes());
        Assert.Equal((RequestState.Skipped, ErrorCode.SkipScope, 1), (outcome.State, outcome.Code, outcome.Count));
    }

    [Fact]
    public void Journal_OfARequest_TellsItsAttempt()
    {
        using var reader = RunReader.Open(_folder["runs/shop-1"]);
        var entry = Assert.Single(reader.JournalOf(_start.Id));
        Assert.Equal((3, JournalKind.AttemptSettled, Now.AddSeconds(1)), (entry.Sequence, entry.Kind, entry.At));
        Assert.Equal(
            """{"as":"done","status":200,"bytes":7,"rules":"start","records":2,"new":2,"known":2,"outside":1}""",
            entry.Data);
        Assert.Equal([2L, 3L], reader.Journal(1, 10).Select(e => e.Sequence));
        Assert.Equal([1L], reader.LatestEntries(JournalKind.RunAccepted, 5).Select(e => e.Sequence));
    }

    [Fact]
    public void Records_ByTypeAndStatus_ComeWithTheirProblems()
    {
        using var reader = RunReader.Open(_folder["runs/shop-1"]);
        Assert.Equal(2, reader.Records(new RecordQuery { Type = "product" }).Count);
        Assert.Empty(reader.Records(new RecordQuery { Type = "other" }));
        Assert.Equal(2, reader.Records(new RecordQuery { RequestId = _start.Id }).Count);
        var aside = Assert.Single(reader.Records(new RecordQuery { Status = RecordStatus.Quarantined }));
        Assert.Equal(new RecordProblem("sku", "required", "nothing found"), Assert.Single(aside.Problems));
        Assert.Equal(("https://shop.test/", 1, "{\"sku\":\"1\"}"), (
            aside.Url, aside.Ordinal, Encoding.UTF8.GetString(aside.Payload)));
        Assert.Equal(new RecordCount("product", 1, 0, 1, 0), Assert.Single(reader.RecordCounts()));
    }

    [Fact]
    public void Hosts_AreListedWithTheirQueues()
    {
        using var reader = RunReader.Open(_folder["runs/shop-1"]);
        Assert.Equal(("https://shop.test", 1), (reader.Hosts(5)[0].Name, reader.Hosts(5)[0].Queued));
        Assert.Equal((1, 1), reader.CountHosts());
        Assert.NotNull(reader.Host("https://shop.test"));
        Assert.Null(reader.Host("https://other.test"));
        Assert.Null(reader.Robots(1));
    }

    [Fact]
    public async Task Cancel_WhileAnEngineWorks_IsSeenByItsNextCommitAndSurvives()
    {
        var asked = Enumerable.Range(0, 2).Select(_ => RunCancellation.Request(_folder["runs/shop-1"], Now)).ToList();
        Assert.All(asked, a => Assert.Equal((RunState.Running, true), a));
        Assert.True((await CommitAsync(b => b)).CancelRequested);
        using var reader = RunReader.Open(_folder["runs/shop-1"]);
        Assert.Single(reader.LatestEntries(JournalKind.CancelRequested, 5));
        var over = new RunEnd(RunState.Cancelled, "asked", ErrorCode.SkipCancelled);
        Assert.False((await CommitAsync(b => b with { End = over })).CancelRequested);
        Assert.Equal((RunState.Cancelled, false), RunCancellation.Request(_folder["runs/shop-1"], Now));
        Assert.Empty(RunVerifier.Verify(_folder["runs/shop-1"]));
    }

    [Fact]
    public void List_RunsAndDamagedFolders_AreAllThere()
    {
        Directory.CreateDirectory(_folder["runs/empty"]);
        Directory.CreateDirectory(_folder["runs/torn"]);
        File.WriteAllText(_folder["runs/torn/run.db"], new string('x', 10_000));
        var listed = RunFolders.List(_folder["runs"]);
        Assert.Equal("shop-1", listed[0].Run!.Id.Value);
        Assert.Equal(3, listed.Count);
        Assert.All(listed.Skip(1), f => Assert.NotNull(f.Problem));
        Assert.Empty(RunFolders.List(_folder["nowhere"]));
    }

    [Fact]
    public async Task Verify_WrongCounter_IsNamed()
    {
        await _store.DisposeAsync();
        using (var database = Storage.Sqlite.SqliteDatabase.Open(
            _folder["runs/shop-1/run.db"], Storage.Sqlite.SqliteOpenMode.ReadWrite))
        {
            database.Execute("UPDATE progress SET done = done + 1; UPDATE hosts SET queued = 9");
        }

        Assert.Equal(
            ["the counter of done requests is off by: 1", "hosts whose queued requests are miscounted: 1"],
            RunVerifier.Verify(_folder["runs/shop-1"]));
    }

    private static NewRequest Page(string url, long? parentId, string? skipCode = null) => new()
    {
        Fingerprint = Fingerprint.Of("GET", url, []),
        Url = url,
        Host = "https://shop.test",
        Depth = parentId is null ? 0 : 1,
        ParentId = parentId,
        Via = parentId is null ? "start" : "links",
        SkipCode = skipCode,
    };

    private ValueTask<CommitResult> CommitAsync(Func<CommitBatch, CommitBatch> with) =>
        _store.CommitAsync(with(new CommitBatch { Epoch = _opening.Epoch, Now = Now }), default);
}
