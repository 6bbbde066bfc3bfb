namespace Trawl.Drift.Judging;

/// <summary>
/// Whether a share is larger than in earlier runs by more than chance explains. Two things are chance: which pages a
/// run met (binomial), and what differs from run to run on a site that is well (estimated from the earlier runs, and
/// never taken as less than a floor). The share must have grown by a least amount, and by at least
/// <see cref="Deviations"/> standard deviations of both together.
/// </summary>
internal static class ShareTest
{
    /// <summary>
    /// A normal variable exceeds it once in 30,000 times; a run has some tens of measures. The tests hold what comes of
    /// it against simulated sites.
    /// </summary>
    public const double Deviations = 4;

    /// <summary>Difference from run to run that is assumed while fewer than three earlier runs are known.</summary>
    private const double UnknownSpread = 0.03;

    private const double LeastSpread = 0.015;

    public static bool IsLarger(Share now, IReadOnlyList<Share> before, double change, int least)
    {
        var pooled = new Share(before.Sum(b => b.Hits), before.Sum(b => b.Total));
        if (now.Total < least || pooled.Total < least) return false;
        var growth = now.Value - pooled.Value;
        if (growth < change) return false;
        var spread = Spread(before, pooled.Value);
        // Half a hit more and half a miss: shares of exactly 0 or 1 are never sure.
        var middle = (now.Hits + pooled.Hits + 0.5) / (now.Total + pooled.Total + 1);
        var chance = middle * (1 - middle) * ((1.0 / now.Total) + (1.0 / pooled.Total));
        return growth >= Deviations * Math.Sqrt(chance + (spread * spread * (1 + (1.0 / before.Count))));
    }

    /// <summary>The standard deviation of the share itself from run to run, what the sizes of the runs explain left out.</summary>
    private static double Spread(IReadOnlyList<Share> before, double mean)
    {
        if (before.Count < 3) return UnknownSpread;
        var (variance, sampling) = (0.0, 0.0);
        foreach (var share in before)
        {
            variance += (share.Value - mean) * (share.Value - mean) / (before.Count - 1);
            sampling += mean * (1 - mean) / Math.Max(share.Total, 1) / before.Count;
        }

        // From so few runs the estimate is often too low; the inflation is that of a mean of squares of n - 1.
        var inflation = 1 + (2.0 / (before.Count - 1));
        return Math.Max(LeastSpread, Math.Sqrt(Math.Max(0, variance - sampling) * inflation));
    }
}
