using System.Globalization;

namespace Trawl.Cli.Terminal;

/// <summary>Numbers as people read them, the same on every machine.</summary>
internal static class Amounts
{
    private static readonly string[] s_units = ["B", "kB", "MB", "GB", "TB"];

    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Of(long count, string thing) => $"{Count(count)} {thing}{(count == 1 ? "" : "s")}";

    public static string Bytes(long bytes)
    {
        double amount = bytes;
        var unit = 0;
        while (amount >= 999.5 && unit < s_units.Length - 1)
        {
            amount /= 1000;
            unit++;
        }

        return amount.ToString(unit == 0 || amount >= 99.95 ? "0" : "0.0", CultureInfo.InvariantCulture) + " " + s_units[unit];
    }

    public static string Rate(double rate) => rate.ToString(rate >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture);

    /// <summary><c>0:07</c>, <c>12:34</c>, <c>1:02:03</c>.</summary>
    public static string Clock(double seconds)
    {
        var whole = (long)Math.Max(0, seconds);
        return whole >= 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:00}");
    }

    /// <summary><c>0.5 s</c>, <c>12.3 s</c>, then as a clock.</summary>
    public static string Duration(double seconds) =>
        seconds < 60 ? seconds.ToString(seconds < 10 ? "0.0#" : "0.0", CultureInfo.InvariantCulture) + " s" : Clock(seconds);

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string ExactTime(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
