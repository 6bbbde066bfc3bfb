namespace Trawl.Drift.Judging;

/// <summary>So many of so many.</summary>
internal readonly record struct Share(long Hits, long Total)
{
    public double Value => Total == 0 ? 0 : (double)Hits / Total;
}
