using Trawl.Testing.Chance;
using Trawl.Testing.Time;

namespace Trawl.Samples.Tests.Readmes;

/// <summary>What the README of Trawl.Testing shows.</summary>
public sealed class TestingReadme
{
    [Fact]
    public void AnHourPassesAtOnce()
    {
        // region: hour
        var clock = new VirtualClock();
        var scheduler = new SeededScheduler(seed: 42, clock);
        var began = clock.GetUtcNow();
        Task work = scheduler.Start(async () => await Task.Delay(TimeSpan.FromHours(1), clock));
        scheduler.RunUntil(work);
        TimeSpan passed = clock.GetUtcNow() - began;
        // endregion

        Assert.Equal(TimeSpan.FromHours(1), passed);
    }
}
