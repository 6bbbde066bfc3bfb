using Trawl.Ipc.Fuzz;

namespace Trawl.Ipc.Tests.Hostile;

/// <summary>A short run of what <c>bench/Trawl.Ipc.Fuzz</c> does for 50 million cases. A crash would end the test process.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20_260;

    [Fact]
    public void RandomWritesOverARingAreSurvived()
    {
        var report = RingFuzz.Run(1_000_000, Seed);
        Assert.True(report is { Valid: > 1000, Corruptions: > 1000 }, $"{report}, seed {Seed}");
    }

    [Fact]
    public void RandomWritesOverASegmentHurtOnlyTheirOwnConnection()
    {
        var report = SegmentFuzz.Run(200_000, Seed);
        // How many writes meet a reader in the middle depends on the machine; that some do, not.
        Assert.True(report is { Corruptions: > 0, HonestCalls: > 0, HonestFailures: 0 }, $"{report}, seed {Seed}");
    }

    [Fact]
    public void ChangedFramesHurtOnlyTheirOwnConnection()
    {
        var report = FrameFuzz.Run(100_000, Seed);
        Assert.True(report is { Corruptions: > 1, HonestCalls: > 0, HonestFailures: 0 }, $"{report}, seed {Seed}");
    }
}
