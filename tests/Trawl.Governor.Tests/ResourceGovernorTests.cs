using Trawl.Engine.Seams.Governing;
using Trawl.Governor.Rules;
using Trawl.Governor.Tests.Support;
using Trawl.Model.Errors;
using Trawl.Testing.Time;

namespace Trawl.Governor.Tests;

public sealed class ResourceGovernorTests : IDisposable
{
    private readonly VirtualClock _clock = new();
    private readonly PaperReadings _readings = new();
    private readonly ResourceGovernor _governor;

    public ResourceGovernorTests() => _governor = new ResourceGovernor(_readings, _clock);

    public void Dispose() => _governor.Dispose();

    [Fact]
    public void WithPlentyOfEverything_ARunMayDoAllOfItsPlan_AndNothingIsDecided()
    {
        using var run = _governor.Join(16, needsNetwork: true);
        Pass(seconds: 60);

        Assert.True(run.Allowance is { Jobs: >= 16, MayAdmit: true, MayPublish: true, Why: null });
        Assert.Empty(run.TakeDecisions());
    }

    [Fact]
    public void ShortMemoryIsAnsweredStepByStep_InOrder_AndTakenBackInOrder()
    {
        using var run = _governor.Join(100, needsNetwork: true);
        var steps = new List<string>();
        foreach (var share in (double[])[0.5, 0.81, 0.86, 0.89, 0.92, 0.95, 0.90, 0.87, 0.84, 0.81, 0.78, 0.70])
        {
            _readings.UseMemory(share);
            Pass(seconds: 5);
            steps.AddRange(run.TakeDecisions().Select(decision => decision.Step));
        }

        Assert.Equal(
            ["slow", "no-admission", "shed", "idle-browsers", "paused", "idle-browsers", "shed", "no-admission", "slow", "none"],
            Compact(steps));
        Assert.Null(run.Allowance.Why);
        Assert.True(run.Allowance.Sheds > 0);
    }

    [Fact]
    public void ADecisionNamesReadingRuleLimitCodeAndWayOut()
    {
        using var run = _governor.Join(100, needsNetwork: true);
        _readings.UseMemory(0.95);
        Pass(seconds: 1);

        var decision = Assert.Single(run.TakeDecisions());
        Assert.Equal(("paused", "memory", 0, ErrorCode.GovernorMemory), (decision.Step, decision.Rule, decision.Jobs, decision.Code));
        Assert.Equal(("7782.4 MiB in use", "94 % of 8192 MiB"), (decision.Reading, decision.Limit));
        Assert.Contains("The machine is short of memory", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AReadingThatSwingsAroundALimit_MakesOneDecision()
    {
        using var run = _governor.Join(100, needsNetwork: true);
        for (var i = 0; i < 100; i++)
        {
            _readings.UseMemory(i % 2 == 0 ? 0.86 : 0.845);
            Pass(seconds: 1);
        }

        Assert.Equal("no-admission", Assert.Single(run.TakeDecisions()).Step);
    }

    [Fact]
    public void OneCalmReading_DoesNotEndAStep()
    {
        using var run = _governor.Join(100, needsNetwork: true);
        _readings.UseMemory(0.95);
        Pass(seconds: 1);
        _readings.UseMemory(0.10);
        Pass(seconds: 2);
        Assert.Equal(0, run.Allowance.Jobs);

        Pass(seconds: 1);

        Assert.Equal(["paused", "none"], run.TakeDecisions().Select(decision => decision.Step));
        Assert.True(run.Allowance.Jobs >= 100);
    }

    [Fact]
    public void AFullDiskPausesAndHoldsOutputsBack_UntilThereIsRoomAndABitMore()
    {
        using var run = _governor.Join(16, needsNetwork: true);
        _readings.Now = _readings.Now with { DiskFree = 200L << 20 };
        Pass(seconds: 1);
        Assert.True(run.Allowance is { Jobs: 0, MayPublish: false, Why: { Code: ErrorCode.GovernorDisk, IsPaused: true } });
        Assert.NotNull(_governor.DiskShortage());

        _readings.Now = _readings.Now with { DiskFree = 300L << 20 };
        Pass(seconds: 10);
        Assert.Equal(0, run.Allowance.Jobs);

        _readings.Now = _readings.Now with { DiskFree = 400L << 20 };
        Pass(seconds: 10);
        Assert.True(run.Allowance is { Jobs: > 0, MayPublish: true, Why: null });
        Assert.Null(_governor.DiskShortage());
    }

    [Fact]
    public void ASmallDiskKeepsATenthFree() => Assert.Equal(2L << 20, DiskRule.Least(20L << 20, new GovernorLimits()));

    [Fact]
    public void AMachineThatLosesItsNetwork_PausesRunsThatNeedIt()
    {
        using var far = _governor.Join(16, needsNetwork: true);
        using var near = _governor.Join(16, needsNetwork: false);
        _readings.Now = _readings.Now with { HasNetwork = false };
        Pass(seconds: 1);

        Assert.Equal((0, ErrorCode.GovernorNetwork), (far.Allowance.Jobs, far.Allowance.Why?.Code));
        Assert.True(near.Allowance.Jobs >= 16);
        _readings.Now = _readings.Now with { HasNetwork = true };
        Pass(seconds: 1);
        Assert.True(far.Allowance.Jobs >= 16);
    }

    [Fact]
    public void AMachineThatNeverHadANetwork_IsNotHeldBack()
    {
        _readings.Now = _readings.Now with { HasNetwork = false };
        using var run = _governor.Join(16, needsNetwork: true);
        Pass(seconds: 5);

        Assert.Empty(run.TakeDecisions());
    }

    [Fact]
    public void RunsShareWhatTheMachineMayDo()
    {
        _readings.Now = _readings.Now with { Processors = 0.2 };
        using var one = _governor.Join(1000, needsNetwork: true);
        Assert.Equal(100, one.Allowance.Jobs);
        Assert.Equal(("none", "jobs", "0.2 processors"), one.TakeDecisions() is [var first] ? (first.Step, first.Rule, first.Reading) : default);

        using (_governor.Join(1000, needsNetwork: true))
        {
            Assert.Equal(50, one.Allowance.Jobs);
        }

        Pass(seconds: 1);
        Assert.Equal(100, one.Allowance.Jobs);
    }

    [Fact]
    public void BrowsersThatNobodyUses_AreClosed_BeforeRunsPause()
    {
        var browsers = new Browsers();
        _governor.Add(browsers);
        using var run = _governor.Join(16, needsNetwork: true);
        _readings.UseMemory(0.89);
        Pass(seconds: 1);
        Assert.Equal(0, browsers.Closed);

        _readings.UseMemory(0.92);
        Pass(seconds: 1);

        Assert.Equal(1, browsers.Closed);
        Assert.True(run.Allowance.Jobs > 0);
    }

    [Fact]
    public void APluginGetsWorkersAsLongAsThereAreProcessorsAndMemory()
    {
        using var run = _governor.Join(16, needsNetwork: true);
        Assert.True(_governor.MayAddWorker(7, null, 512L << 20));
        Assert.False(_governor.MayAddWorker(8, null, 512L << 20));
        Assert.False(_governor.MayAddWorker(2, 2, 512L << 20));
        Assert.False(_governor.MayAddWorker(1, null, 4L << 30));

        _readings.UseMemory(0.86);
        Pass(seconds: 1);

        Assert.False(_governor.MayAddWorker(1, null, 1 << 20));
        Assert.True(_governor.MayAddWorker(0, null, 4L << 30));
    }

    [Fact]
    public void NothingIsReadWhileNothingRuns()
    {
        _governor.Join(16, needsNetwork: true).Dispose();
        var reads = _readings.Reads;

        Pass(seconds: 60);

        Assert.Equal(reads, _readings.Reads);
    }

    private void Pass(int seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));

    private static IEnumerable<string> Compact(IEnumerable<string> steps)
    {
        string? last = null;
        foreach (var step in steps.Where(step => step != last))
        {
            yield return last = step;
        }
    }

    private sealed class Browsers : IIdleResource
    {
        public int Closed { get; private set; }

        public void ReleaseIdle() => Closed++;
    }
}
