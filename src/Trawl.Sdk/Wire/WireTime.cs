using System.Globalization;

namespace Trawl.Sdk.Wire;

/// <summary>Times as messages hold them: RFC 3339 in UTC, with seven digits of a second.</summary>
internal static class WireTime
{
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default;
}
