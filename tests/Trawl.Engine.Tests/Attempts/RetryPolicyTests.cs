using Trawl.Engine.Attempts;
using Trawl.Model.Plans;

namespace Trawl.Engine.Tests.Attempts;

public sealed class RetryPolicyTests
{
    private static readonly FetchPlan s_plan = new() { Retries = 3, RetryDelay = TimeSpan.FromSeconds(1), RetryDelayMax = TimeSpan.FromSeconds(3) };

    [Fact]
    public void Pause_Doubles_StaysUnderTheMaximumWithJitter_AndEnds()
    {
        var policy = new RetryPolicy(s_plan, seed: 7);

        Assert.InRange(policy.Pause(1, 1, null)!.Value.TotalSeconds, 0.5, 1.5);
        Assert.InRange(policy.Pause(1, 2, null)!.Value.TotalSeconds, 1, 3);
        Assert.InRange(policy.Pause(1, 3, null)!.Value.TotalSeconds, 1.5, 4.5);
        Assert.Null(policy.Pause(1, 4, null));
    }

    [Fact]
    public void Pause_RetryAfter_IsKeptInFullUpToADay()
    {
        var policy = new RetryPolicy(s_plan, seed: 7);

        Assert.Equal(TimeSpan.FromHours(1), policy.Pause(1, 1, TimeSpan.FromHours(1)));
        Assert.Equal(TimeSpan.FromHours(24), policy.Pause(1, 1, TimeSpan.FromDays(30)));
    }

    [Fact]
    public void Chance_SameSeedRequestAndAttempt_IsTheSame_AndSpreads()
    {
        var policy = new RetryPolicy(s_plan, seed: 7);

        Assert.Equal(policy.Chance(5, 1), new RetryPolicy(s_plan, seed: 7).Chance(5, 1));
        Assert.NotEqual(policy.Chance(5, 1), new RetryPolicy(s_plan, seed: 8).Chance(5, 1));
        var mean = Enumerable.Range(0, 10_000).Average(i => policy.Chance(i, 1));
        Assert.InRange(mean, 0.48, 0.52);
    }
}
