namespace Trawl.Drift.Judging;

/// <summary>Earlier runs as one.</summary>
internal static class Pool
{
    public static double Of(IReadOnlyList<Share> shares) => new Share(shares.Sum(s => s.Hits), shares.Sum(s => s.Total)).Value;
}
