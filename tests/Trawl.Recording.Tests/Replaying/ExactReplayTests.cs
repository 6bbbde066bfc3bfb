using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;
using Trawl.Model.Runs;
using Trawl.Recording.Replaying;
using Trawl.Recording.Tests.Support;
using Trawl.Storage.Reading;

namespace Trawl.Recording.Tests.Replaying;

/// <summary>A recorded run taken again is the same run, whatever happened in it; what differs is named.</summary>
public sealed class ExactReplayTests : IDisposable
{
    private readonly RecordedRun _run = new("http://a.test/");
    private readonly string _scratch = Directory.CreateTempSubdirectory("trawl-replay-").FullName;

    public void Dispose()
    {
        _run.Dispose();
        Directory.Delete(_scratch, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task ARunWithEverySortOfTrouble_IsTheSameAgain(int concurrency)
    {
        Trouble();
        Assert.Equal(RunState.Completed, (await _run.RunAsync()).State);

        await AssertSameAsync(concurrency);
    }

    [Fact]
    public async Task PagesThatShareTheirLinks_CountThemAsTheRunDid()
    {
        _run.Web.On("http://a.test/", string.Join(' ', Enumerable.Range(1, 300).Select(i => $"/p/{i}")));
        for (var i = 1; i <= 300; i++)
        {
            // Pages grow smaller, so that later ones are ready first.
            _run.Web.On($"http://a.test/p/{i}", string.Join(' ', Enumerable.Range(i, 40).Select(n => $"/q/{n % 97}-{i / 10}")) + new string(' ', 3_000 * (10 - (i % 10))));
        }

        await _run.RunAsync();

        await AssertSameAsync(64);
    }

    [Fact]
    public async Task ARunWithABudget_EndsWhereItEnded()
    {
        Many(40);
        _run.Plan = _run.Plan with { Scope = _run.Plan.Scope with { Pages = 9 } };
        await _run.RunAsync();

        await AssertSameAsync(3);
    }

    [Fact]
    public async Task ARunWithADepthLimit_IsTheSameAgain()
    {
        _run.Web.On("http://a.test/", "/a /b").On("http://a.test/a", "/c").On("http://a.test/b", "/d")
            .On("http://a.test/c", "/e /b").On("http://a.test/d", "/e").On("http://a.test/e", "/f").On("http://a.test/f", "/g");
        _run.Plan = _run.Plan with { Scope = _run.Plan.Scope with { Depth = 3 } };
        await _run.RunAsync();

        await AssertSameAsync(4);
    }

    [Fact]
    public async Task AStoppedAndResumedRun_IsReplayedInOneGo()
    {
        Many(400);
        for (var life = 0; life < 6; life++)
        {
            using var stop = new CancellationTokenSource();
            var left = 20 + (17 * life);
            _run.Web.OnFetch = () =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    stop.Cancel();
                }
            };
            await _run.ResumeOrStartAsync(stop.Token);
        }

        _run.Web.OnFetch = null;
        Assert.Equal(RunState.Completed, (await _run.RunAsync()).State);

        await AssertSameAsync(8);
    }

    [Fact]
    public async Task ARunThatARecordEnded_EndsSoAgain()
    {
        Many(60);
        _run.Web.On("http://a.test/p/30", "fatal /p/1");
        Assert.Equal(RunState.Failed, (await _run.RunAsync()).State);

        await AssertSameAsync(1);
    }

    [Fact]
    public async Task AnotherAnswerOfAStep_IsNamedWithItsPlace()
    {
        Many(30);
        await _run.RunAsync();

        var outcome = await ReplayAsync(4, _ => new Changed(_run, "http://a.test/p/17"));

        Assert.NotNull(outcome.Divergence);
        Assert.Contains("http://a.test/p/17", outcome.Divergence.Place, StringComparison.Ordinal);
        using var recorded = RunReader.Open(_run.Folder);
        var entry = recorded.Journal(outcome.Divergence.Sequence - 1, 1).Single();
        Assert.Equal(JournalKind.AttemptSettled, entry.Kind);
    }

    [Fact]
    public async Task AnotherValueOfAField_IsNamedWithTheRecordAndTheField()
    {
        Many(30);
        var number = 0;
        await _run.RunAsync(pages: new Sinner(_run, () => "1"));

        var outcome = await ReplayAsync(4, _ => new Sinner(_run, () => Interlocked.Increment(ref number) == 20 ? "2" : "1"));

        var divergence = Assert.IsType<Divergence>(outcome.Divergence);
        Assert.Equal(("\"1\"", "\"2\""), (divergence.Expected, divergence.Got));
        Assert.Contains("field 'value'", divergence.Place, StringComparison.Ordinal);
        Assert.Contains("http://a.test/", divergence.Place, StringComparison.Ordinal);
    }

    public static TheoryData<string> Sins => ["clock", "guid", "chance", "history"];

    [Theory]
    [MemberData(nameof(Sins))]
    public async Task ASinOfAStep_IsCaught(string sin)
    {
        Many(30);
        var arrivals = 0;
        Func<string> value = sin switch
        {
            "clock" => () => DateTimeOffset.UtcNow.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "guid" => () => Guid.NewGuid().ToString(),
            "chance" => () => Random.Shared.NextInt64().ToString(System.Globalization.CultureInfo.InvariantCulture),
            // What a process did before: it is another one the next time.
            _ => () => Interlocked.Increment(ref arrivals).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        await _run.RunAsync(pages: new Sinner(_run, value));

        var outcome = await ReplayAsync(4, _ => new Sinner(_run, value));

        Assert.Contains("field 'value'", Assert.IsType<Divergence>(outcome.Divergence).Place, StringComparison.Ordinal);
    }

    private void Many(int pages)
    {
        _run.Web.On("http://a.test/", string.Join(' ', Enumerable.Range(1, pages).Select(i => $"/p/{i}")));
        for (var i = 1; i <= pages; i++)
        {
            _run.Web.On($"http://a.test/p/{i}", $"page {i} /p/{(i * 7 % pages) + 1} /q/{i % 5}");
        }
    }

    private void Trouble() => _run.Web
        .On("http://a.test/robots.txt", () => ScriptedWeb.Failure(FetchErrorKind.Reset), () => ScriptedWeb.Answer(301, "", ("Location", "/r.txt")))
        .On("http://a.test/r.txt", () => ScriptedWeb.Answer(200, "User-agent: *\nDisallow: /no"))
        .On("http://a.test/", "/ok /moved /gone /flaky /broken /cut /fault /no " + new string('x', 5_000))
        .On("http://a.test/ok", () => ScriptedWeb.Answer(200, "Grüße", ("Content-Type", "text/plain; charset=utf-8"), ("X-Twice", "1"), ("X-Twice", "2")))
        .On("http://a.test/moved", () => ScriptedWeb.Answer(302, "", ("Location", "/target?a=1")))
        .On("http://a.test/flaky", () => ScriptedWeb.Answer(503, "busy"), () => ScriptedWeb.Failure(FetchErrorKind.Timeout), () => ScriptedWeb.Answer(200, "at last"))
        .On("http://a.test/broken", () => ScriptedWeb.Failure(FetchErrorKind.Dns))
        .On("http://a.test/cut", () => ScriptedWeb.Failure(FetchErrorKind.TooLarge, 200, "the beginning"))
        .On("http://a.test/fault", "fault");

    private async Task AssertSameAsync(int concurrency)
    {
        var outcome = await ReplayAsync(concurrency, _ => _run);
        Assert.Null(outcome.Divergence);
        Assert.Empty(outcome.Missing);
        Assert.Equal(Journal(_run.Folder), Journal(_scratch));
        Assert.Empty(RunVerifier.Verify(_scratch));
    }

    private Task<ReplayOutcome> ReplayAsync(int concurrency, Func<Trawl.Model.Plans.PipelinePlan, IPageHandler> pages) =>
        new RunReplay(new ReplayOptions
        {
            RecordedFolder = _run.Folder,
            ScratchFolder = _scratch,
            Pages = pages,
            Seed = 0,
            Concurrency = concurrency,
        }).RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));

    private static List<string> Journal(string folder)
    {
        using var reader = RunReader.Open(folder);
        return [.. reader.Journal(0, int.MaxValue).Select(e => e.ToString())];
    }

    /// <summary>A step whose record has a value that is not the page's.</summary>
    private sealed class Sinner(IPageHandler inner, Func<string> value) : IPageHandler
    {
        public async ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken)
        {
            var record = Encoding.UTF8.GetBytes($$"""{"url":"{{page.Url.Href}}","value":"{{value()}}"}""");
            return await inner.HandleAsync(page, cancellationToken) with { Records = [new NewRecord { Type = "page", Payload = record }] };
        }
    }

    /// <summary>A step that says something else of one page.</summary>
    private sealed class Changed(IPageHandler inner, string url) : IPageHandler
    {
        public async ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken)
        {
            var outcome = await inner.HandleAsync(page, cancellationToken);
            return page.Url.Href == url ? outcome with { Rules = ["other"] } : outcome;
        }
    }
}
