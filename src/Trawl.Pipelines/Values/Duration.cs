using System.Globalization;

namespace Trawl.Pipelines.Values;

/// <summary>A time as a person writes it: <c>500 ms</c>, <c>1.5 h</c>, <c>1 h 30 m</c>.</summary>
internal static class Duration
{
    /// <summary>What the JSON Schema says of it.</summary>
    public const string Pattern = @"^\s*(0|\d+(\.\d+)?\s*(ms|s|m|min|h|d)(\s*\d+(\.\d+)?\s*(ms|s|m|min|h|d))*)\s*$";

    private static readonly Dictionary<string, double> _milliseconds = new(StringComparer.Ordinal)
    {
        ["ms"] = 1, ["s"] = 1e3, ["m"] = 60e3, ["min"] = 60e3, ["h"] = 3600e3, ["d"] = 86400e3,
    };

    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        if (text.Trim() == "0") return true;
        double total = 0;
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty) return false;
        while (!rest.IsEmpty)
        {
            if (!Quantity.TryTake(ref rest, out double number, out string unit)) return false;
            if (!_milliseconds.TryGetValue(unit, out double factor)) return false;
            total += number * factor;
        }

        if (total > TimeSpan.MaxValue.TotalMilliseconds / 2) return false;
        value = TimeSpan.FromMicroseconds(Math.Round(total * 1000));
        return true;
    }

    /// <summary>As it is written, in the largest unit that needs no fraction.</summary>
    public static string Write(TimeSpan value)
    {
        foreach (string unit in new[] { "d", "h", "m", "s" })
        {
            double count = value.TotalMilliseconds / _milliseconds[unit];
            if (count >= 1 && count == Math.Floor(count)) return Number(count) + " " + unit;
        }

        return value == TimeSpan.Zero ? "0" : Number(value.TotalMilliseconds) + " ms";
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
