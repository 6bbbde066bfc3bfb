using System.Globalization;

namespace Trawl.Steps.Dates;

/// <summary>How dates and instants are written in records.</summary>
internal static class MomentText
{
    public static string Date(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 in UTC, with as many decimals of a second as there are.</summary>
    public static string Instant(DateTime utc) =>
        utc.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
}
