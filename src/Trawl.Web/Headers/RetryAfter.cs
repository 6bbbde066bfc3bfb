using System.Globalization;

namespace Trawl.Web.Headers;

/// <summary>The <c>Retry-After</c> field (RFC 9110 §10.2.3).</summary>
public static class RetryAfter
{
    /// <summary>Reads a number of seconds or a date.</summary>
    /// <param name="value">The field's value.</param>
    /// <param name="now">The current time, from which a date is counted.</param>
    /// <param name="delay">
    /// How long to wait, never negative, at most 365 days; zero when there is nothing to read.
    /// </param>
    /// <returns>False when the value is neither. Never throws.</returns>
    public static bool TryParse(string? value, DateTimeOffset now, out TimeSpan delay)
    {
        delay = TimeSpan.Zero;
        var text = value.AsSpan().Trim(" \t");
        if (!text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9'))
        {
            // A number too long to read is longer than any wait.
            bool isRead = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds);
            delay = isRead ? Clamp(TimeSpan.FromSeconds(seconds)) : Longest;
            return true;
        }

        if (!HttpDate.TryParse(text, now, out var date)) return false;
        delay = Clamp(date - now);
        return true;
    }

    private static TimeSpan Longest => TimeSpan.FromDays(365);

    private static TimeSpan Clamp(TimeSpan wait) =>
        wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
