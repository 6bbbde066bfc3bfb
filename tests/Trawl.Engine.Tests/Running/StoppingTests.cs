using Trawl.Engine.Tests.Support;
using Trawl.Model.Errors;
using Trawl.Model.Runs;

namespace Trawl.Engine.Tests.Running;

/// <summary>The ways in which a run is ended from outside, and what each leaves behind.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly EngineBench _bench = new();

    private DateTimeOffset Began { get; set; }

    public StoppingTests()
    {
        for (var i = 0; i < 10; i++)
        {
            _bench.Web.Page($"http://a.test/{(i == 0 ? "" : i)}", $"/{i + 1}", $"/side/{i}").Page($"http://a.test/side/{i}");
        }
    }

    [Fact]
    public void AGentleStopIsWrittenDown_WithHowMuchWasUnderWay()
    {
        var stopped = StopAmid(bench => bench.Stop.Cancel());

        Assert.Equal((RunState.Interrupted, "The run was stopped; resume goes on."), (stopped.State, stopped.Reason));
        Assert.Contains(_bench.Journal(), line => line.StartsWith("7 {\"how\":\"graceful\",\"inFlight\":", StringComparison.Ordinal));
        AssertGoesOn();
    }

    [Fact]
    public void AGentleStopThatIsHastened_SaysSo()
    {
        _bench.Web.Latency = TimeSpan.FromMinutes(1);

        var stopped = StopAmid(bench =>
        {
            bench.Stop.Cancel();
            bench.Scheduler.RunUntil(() => bench.Clock.GetUtcNow() > Began);
            bench.StopNow.Cancel();
        });

        Assert.Equal("The run was stopped, and what was under way was broken off; resume goes on.", stopped.Reason);
        Assert.Equal(["graceful", "hastened"], Stops());
        AssertGoesOn();
    }

    [Fact]
    public void AnAttemptThatDoesNotHeedAStop_IsLeftToItself_AndMadeAgain()
    {
        (_bench.Web.IsDeaf, _bench.Web.Latency) = (true, TimeSpan.FromHours(1));

        var stopped = StopAmid(bench => bench.StopNow.Cancel());

        Assert.Equal(RunState.Interrupted, stopped.State);
        Assert.True(_bench.Clock.GetUtcNow() - Began < TimeSpan.FromSeconds(2), "It was waited for.");
        Assert.True(stopped.Counters.Leased > 0);
        AssertGoesOn();
    }

    [Fact]
    public void AnAttemptThatDoesNotHeedACancellation_IsSettledWithTheRest()
    {
        (_bench.Web.IsDeaf, _bench.Web.Latency) = (true, TimeSpan.FromHours(1));

        var cancelled = StopAmid(bench => bench.Engine!.RequestCancel());

        Assert.Equal((RunState.Cancelled, 0L, 0L), (cancelled.State, cancelled.Counters.Leased, cancelled.Counters.Queued));
        Assert.True(_bench.Clock.GetUtcNow() - Began < TimeSpan.FromSeconds(2), "It was waited for.");
        Assert.Contains((12L, ErrorCode.SkipCancelled), _bench.Requests().Values);
    }

    [Fact]
    public void ABudgetOfTimeIsADeadline_BehindWhichThereIsOnlyGrace()
    {
        _bench.Web.Latency = TimeSpan.FromHours(1);
        var plan = EngineBench.Plan();
        Began = _bench.Clock.GetUtcNow();

        var result = _bench.Run(plan with
        {
            Scope = plan.Scope with { Time = TimeSpan.FromSeconds(5) }, Fetch = plan.Fetch with { ObeyRobots = false },
        });

        var took = _bench.Clock.GetUtcNow() - Began;
        Assert.Equal(RunState.Completed, result.State);
        Assert.Equal("The budget of 00:00:05 of running time is used up.", result.Reason);
        Assert.InRange(took, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(16));
        Assert.All(_bench.Requests().Values, request => Assert.Equal((12L, ErrorCode.SkipBudget), request));
    }

    [Fact]
    public void OutputsThatAreBeingWrittenAreBrokenOff_AndWrittenAgain()
    {
        _bench.Outputs.NeverEnds = true;
        _bench.Create(EngineBench.Plan());

        var stopped = _bench.Resume(bench =>
        {
            bench.Scheduler.RunUntil(() => bench.Outputs.Calls > 0);
            bench.StopNow.Cancel();
        });

        Assert.Equal(RunState.Publishing, stopped.State);
        Assert.Contains("resume", stopped.Reason, StringComparison.Ordinal);
        _bench.Outputs.NeverEnds = false;
        Assert.Equal(RunState.Completed, _bench.Resume().State);
        Assert.Equal(2, _bench.Outputs.Calls);
    }

    public void Dispose() => _bench.Dispose();

    private Trawl.Engine.Running.RunResult StopAmid(Action<EngineBench> stop)
    {
        var plan = EngineBench.Plan();
        _bench.Create(plan with { Fetch = plan.Fetch with { ObeyRobots = false } });
        return _bench.Resume(bench =>
        {
            bench.Scheduler.RunUntil(() => bench.Web.Asked.Count > 0);
            Began = bench.Clock.GetUtcNow();
            stop(bench);
        });
    }

    private void AssertGoesOn()
    {
        (_bench.Web.IsDeaf, _bench.Web.Latency) = (false, TimeSpan.FromMilliseconds(5));
        var result = _bench.Resume();
        Assert.Equal((RunState.Completed, 20L, 0L), (result.State, result.Counters.Done, result.Counters.Leased));
    }

    private IEnumerable<string> Stops() =>
        _bench.Journal().Where(line => line.StartsWith("7 ", StringComparison.Ordinal)).Select(line => line.Split('"')[3]);
}
