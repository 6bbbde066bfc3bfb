namespace Trawl.Drift.Judging;

/// <summary>
/// Whether a count is far from those of earlier runs. Counts of a healthy site differ by a factor from run to run, so
/// their logarithms are compared.
/// </summary>
internal static class VolumeTest
{
    /// <summary>A smaller part of the earlier mean counts as a fall.</summary>
    private const double Fall = 0.7;

    /// <summary>A rise must be larger than a fall to be worth a word: sites grow.</summary>
    private const double Rise = 3;

    private const double LeastSpread = 0.1;

    public static bool IsFar(long now, IReadOnlyList<long> before, int least)
    {
        var mean = Mean(before);
        if (Math.Max(mean, now) < least) return false;
        var ratio = (now + 0.5) / (mean + 0.5);
        if (ratio is > Fall and < Rise) return false;
        var spread = Spread(before);
        var chance = (1 / (now + 0.5)) + (1 / (mean + 0.5) / before.Count);
        return Math.Abs(Math.Log(ratio)) >= ShareTest.Deviations * Math.Sqrt(chance + (spread * spread * (1 + (1.0 / before.Count))));
    }

    /// <summary>The geometric mean.</summary>
    public static double Mean(IReadOnlyList<long> before) => Math.Exp(before.Average(b => Math.Log(b + 0.5))) - 0.5;

    private static double Spread(IReadOnlyList<long> before)
    {
        if (before.Count < 3) return LeastSpread;
        var mean = before.Average(b => Math.Log(b + 0.5));
        var variance = before.Sum(b => Math.Pow(Math.Log(b + 0.5) - mean, 2)) / (before.Count - 1);
        return Math.Max(LeastSpread, Math.Sqrt(variance * (1 + (2.0 / (before.Count - 1)))));
    }
}
