namespace Trawl.Server.Bench;

/// <summary>One crawl, measured.</summary>
/// <param name="Followers">Who followed its journal.</param>
/// <param name="Pages">Pages fetched.</param>
/// <param name="Seconds">From start to end.</param>
/// <param name="CpuSeconds">Processor time of the server meanwhile.</param>
/// <param name="Frames">Events that reached followers.</param>
/// <param name="Calls">API requests answered.</param>
/// <param name="P99">Their 99th percentile in milliseconds.</param>
internal sealed record Crawl(int Followers, long Pages, double Seconds, double CpuSeconds, long Frames, long Calls, double P99)
{
    public double PagesPerSecond => Pages / Seconds;

    public override string ToString() => FormattableString.Invariant(
        $"| {Followers} | {Pages} | {Seconds:0.0} | {PagesPerSecond:0.0} | {CpuSeconds:0.0} | {Frames} | {Calls / Seconds:0} | {P99:0} |");
}
