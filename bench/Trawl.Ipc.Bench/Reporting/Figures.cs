using System.Globalization;

namespace Trawl.Ipc.Bench.Reporting;

/// <summary>How numbers are written in the page: three digits that mean something, no more.</summary>
internal static class Figures
{
    internal static string Short(double value)
    {
        if (double.IsNaN(value)) return "–";
        var size = Math.Abs(value);
        var format = size >= 100 ? "#,0" : size >= 10 ? "0.0" : size >= 0.1 || size == 0 ? "0.00" : "0.000";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    internal static string Micro(double nanoseconds) => Short(nanoseconds / 1000);

    internal static string Count(double value) => value >= 1e6 ? Short(value / 1e6) + " M" : value.ToString("#,0", CultureInfo.InvariantCulture);
}
