namespace Trawl.Load.Measuring;

/// <summary>What a crawl cost.</summary>
internal readonly record struct Cost(long Pages, double WallSeconds, double CpuSeconds, long Allocated)
{
    internal double PagesPerSecond => Pages / WallSeconds;

    internal double PagesPerCpuSecond => Pages / CpuSeconds;

    internal double CpuMicroseconds => CpuSeconds * 1e6 / Pages;

    internal double KibAllocated => Allocated / 1024.0 / Pages;
}
