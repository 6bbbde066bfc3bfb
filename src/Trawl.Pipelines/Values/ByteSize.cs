using System.Globalization;

namespace Trawl.Pipelines.Values;

/// <summary>A size as a person writes it: <c>32 MB</c> (millions), <c>2 GiB</c> (powers of 1,024).</summary>
internal static class ByteSize
{
    /// <summary>What the JSON Schema says of it.</summary>
    public const string Pattern = @"^\s*\d+(\.\d+)?\s*([kKMGT]i?)?B\s*$";

    private static readonly (string Unit, double Bytes)[] _units =
    [
        ("TiB", 1L << 40), ("TB", 1e12), ("GiB", 1L << 30), ("GB", 1e9), ("MiB", 1L << 20), ("MB", 1e6),
        ("KiB", 1L << 10), ("kiB", 1L << 10), ("kB", 1e3), ("KB", 1e3), ("B", 1),
    ];

    public static bool TryParse(string text, out long value)
    {
        value = 0;
        var rest = text.AsSpan().Trim();
        if (!Quantity.TryTake(ref rest, out double number, out string unit) || !rest.IsEmpty) return false;
        foreach (var (name, bytes) in _units)
        {
            if (name != unit) continue;
            double total = Math.Round(number * bytes);
            value = total < 9e18 ? (long)total : 0;
            return total < 9e18;
        }

        return false;
    }

    /// <summary>As it is written, in the largest unit that needs no fraction.</summary>
    public static string Write(long value)
    {
        foreach (var (unit, bytes) in _units)
            if (value >= bytes && value % (long)bytes == 0)
                return string.Create(CultureInfo.InvariantCulture, $"{value / (long)bytes} {unit}");
        return "0 B";
    }
}
