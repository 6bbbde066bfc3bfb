using System.Globalization;
using System.Text.Json.Nodes;

namespace Trawl.Ipc.Bench.Measuring;

/// <summary>How long one operation takes, in nanoseconds.</summary>
internal readonly record struct Latency(long Count, double Mean, double P50, double P99, double P999, double Max)
{
    internal JsonObject ToJson() => new()
    {
        ["count"] = Count, ["mean"] = Math.Round(Mean, 1), ["p50"] = P50, ["p99"] = P99, ["p999"] = P999, ["max"] = Max,
    };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"p50 {P50 / 1000:N2}  p99 {P99 / 1000:N2}  p99.9 {P999 / 1000:N2} µs  ({Count:N0})");
}
