using Trawl.Engine.Hosts;
using Trawl.Model.Plans;

namespace Trawl.Engine.Tests.Hosts;

public sealed class HostThrottleTests
{
    private static readonly FetchPlan s_plan = new() { Delay = TimeSpan.FromMilliseconds(100), Adaptive = true };

    [Fact]
    public void Refused_DoublesUpToAMinute_AndSuccessBringsItBack()
    {
        var throttle = new HostThrottle(s_plan, null, 0);

        for (var i = 0; i < 20; i++)
        {
            throttle.Refused();
        }

        Assert.Equal((TimeSpan.FromSeconds(60), 20), (throttle.Delay, throttle.Failures));
        for (var i = 0; i < 60; i++)
        {
            throttle.Succeeded(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal((s_plan.Delay, 0), (throttle.Delay, throttle.Failures));
    }

    [Fact]
    public void Succeeded_AnswersTakeFarLongerThanUsual_Slows()
    {
        var throttle = new HostThrottle(s_plan, null, 0);
        for (var i = 0; i < 50; i++)
        {
            throttle.Succeeded(TimeSpan.FromMilliseconds(50));
        }

        for (var i = 0; i < 10; i++)
        {
            throttle.Succeeded(TimeSpan.FromSeconds(5));
        }

        Assert.True(throttle.Delay > s_plan.Delay);
    }

    [Fact]
    public void NotAdaptive_NothingChangesTheDelay()
    {
        var throttle = new HostThrottle(s_plan with { Adaptive = false }, null, 0);

        throttle.Refused();
        throttle.Succeeded(TimeSpan.FromSeconds(60));

        Assert.Equal(s_plan.Delay, throttle.Delay);
    }

    [Fact]
    public void StoredDelay_IsTakenUpAgain() =>
        Assert.Equal(TimeSpan.FromSeconds(9), new HostThrottle(s_plan, TimeSpan.FromSeconds(9), 2).Delay);

    [Theory]
    [InlineData(5, 5)]
    [InlineData(3_600, 30)]
    public void Respect_CrawlDelay_IsAFloorUpToHalfAMinute(int asked, int kept)
    {
        var throttle = new HostThrottle(s_plan, null, 0);

        throttle.Respect(TimeSpan.FromSeconds(asked));
        throttle.Succeeded(TimeSpan.FromMilliseconds(1));

        Assert.Equal(TimeSpan.FromSeconds(kept), throttle.Delay);
    }
}
