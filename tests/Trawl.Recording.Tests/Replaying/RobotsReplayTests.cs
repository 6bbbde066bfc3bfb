using Trawl.Engine.Seams.Fetching;
using Trawl.Model.Journal;
using Trawl.Model.Runs;
using Trawl.Recording.Replaying;
using Trawl.Recording.Tests.Support;
using Trawl.Storage.Reading;

namespace Trawl.Recording.Tests.Replaying;

/// <summary>A run that outlives a robots.txt looks for it again; so does its replay, at the same place.</summary>
public sealed class RobotsReplayTests : IDisposable
{
    private const string Robots = "http://a.test/robots.txt";
    private const int Pages = 60;
    private readonly SlidingClock _clock = new();
    private readonly RecordedRun _run = new("http://a.test/");
    private readonly string _scratch = Directory.CreateTempSubdirectory("trawl-replay-").FullName;
    private readonly TaskCompletionSource _newRulesHold = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _aDayLater = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _looks;

    public RobotsReplayTests()
    {
        (_run.Clock, _run.Web.Clock) = (_clock, _clock);
        _run.Web.On("http://a.test/", string.Join(' ', Enumerable.Range(1, Pages).Select(i => $"/p/{i}")));
        for (var i = 1; i <= Pages; i++)
        {
            _run.Web.On($"http://a.test/p/{i}", $"page {i} /q/{i % 7}");
        }

        _run.Web.Before = request => request.Url switch
        {
            Robots => Count(),
            "http://a.test/p/20" => ADayLater(),
            _ when request.Url.StartsWith("http://a.test/p/4", StringComparison.Ordinal) && request.Url.Length > 17 => _aDayLater.Task,
            _ => Other(),
        };
    }

    public void Dispose()
    {
        _run.Dispose();
        Directory.Delete(_scratch, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(64)]
    public async Task NewRules_HoldForWhatWentOutAfterThem_AndForNothingElse(int concurrency)
    {
        _run.Web.On(Robots, Rules("/never"), Rules("/p/5"));
        Assert.Equal(RunState.Completed, (await _run.RunAsync()).State);

        var entries = Entries(_run.Folder);
        var second = entries.Where(e => e.Kind == JournalKind.RobotsFetched).ElementAt(1).Sequence;
        var onItsWay = entries.Single(e => e.RequestId == RequestOf("http://a.test/p/20"));
        Assert.Contains("\"done\"", onItsWay.Data, StringComparison.Ordinal);
        Assert.True(onItsWay.Sequence > second, "the page was on its way while the rules changed");
        Assert.Contains(entries, e => e.Sequence > second && e.Data.Contains("TRAWL-SKIP", StringComparison.Ordinal));
        await AssertSameAsync(concurrency);
    }

    [Fact]
    public async Task RulesThatCannotBeReachedAgain_StayInForce()
    {
        _run.Web.On(Robots, Rules("/p/3"), Broken, Broken, Broken, Broken, Broken);
        Assert.Equal(RunState.Completed, (await _run.RunAsync()).State);

        Assert.True(Entries(_run.Folder).Count(e => e.Kind == JournalKind.RobotsFetched) > 2);
        await AssertSameAsync(8);
    }

    private static Func<FetchResult> Rules(string disallowed) =>
        () => ScriptedWeb.Answer(200, $"User-agent: *\nDisallow: {disallowed}\n");

    private static FetchResult Broken() => ScriptedWeb.Failure(FetchErrorKind.Reset);

    private Task Count()
    {
        Interlocked.Increment(ref _looks);
        return Task.CompletedTask;
    }

    /// <summary>This page comes back only when others have gone out under the new rules.</summary>
    private Task ADayLater()
    {
        _clock.Advance(TimeSpan.FromHours(25));
        _aDayLater.TrySetResult();
        return _newRulesHold.Task;
    }

    private Task Other()
    {
        if (_looks > 1)
        {
            _newRulesHold.TrySetResult();
        }

        return Task.CompletedTask;
    }

    private long RequestOf(string url)
    {
        using var reader = RunReader.Open(_run.Folder);
        return reader.Request(url)!.Id;
    }

    private async Task AssertSameAsync(int concurrency)
    {
        var outcome = await new RunReplay(new ReplayOptions
        {
            RecordedFolder = _run.Folder,
            ScratchFolder = _scratch,
            Pages = _ => _run,
            Seed = 0,
            Concurrency = concurrency,
        }).RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Null(outcome.Divergence);
        Assert.Empty(outcome.Missing);
        Assert.Equal(Entries(_run.Folder), Entries(_scratch));
    }

    private static List<JournalEntry> Entries(string folder)
    {
        using var reader = RunReader.Open(folder);
        return [.. reader.Journal(0, int.MaxValue)];
    }
}
