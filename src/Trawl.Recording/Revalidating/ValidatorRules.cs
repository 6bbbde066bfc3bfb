using System.Globalization;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Recording.Revalidating;

/// <summary>What of an answer can be used to ask for it conditionally (RFC 9110 §8.8, §13.1; RFC 9111 §4.1, §5.2.2.5).</summary>
internal static class ValidatorRules
{
    private static readonly TimeSpan s_clockTick = TimeSpan.FromSeconds(1);

    /// <summary>The validators of an answer; null when it must be asked for whole.</summary>
    /// <param name="header">Its fields by name.</param>
    /// <param name="isFresh">Whether its Date is of the time at which the body came; with a kept body it is of the last 304.</param>
    public static Validators? Of(Func<string, string?> header, bool isFresh)
    {
        if (Names(header("Cache-Control"), "no-store") || Names(header("Vary"), "*"))
        {
            return null;
        }

        var tag = Tag(header("ETag"));
        var modified = header("Last-Modified") is { } text && IsUsable(text, header, tag, isFresh) ? text : null;
        return tag is null && modified is null ? null : new Validators(tag, modified);
    }

    /// <summary>Weak comparison (RFC 9110 §8.8.3.2): for GET "means the same" is enough.</summary>
    public static bool IsSame(string tag, string other) => Opaque(tag) == Opaque(other);

    /// <summary>A date alone must be older than the answer: within one second the page may have changed twice (§8.8.2.2).</summary>
    private static bool IsUsable(string modified, Func<string, string?> header, string? tag, bool isFresh)
    {
        if (!TryDate(modified, out var at))
        {
            return false;
        }

        var isAlone = tag is null;
        return !isAlone || (!VariesByAsker(header("Vary"))
            && (!isFresh || (header("Date") is { } date && TryDate(date, out var sent) && sent - at >= s_clockTick)));
    }

    // An ETag names the variant too; a date is that of the page, whoever asks.
    private static bool VariesByAsker(string? vary) =>
        vary is not null && Members(vary).Any(name => !name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase));

    private static string? Tag(string? tag) => tag is not null && Opaque(tag) is ['"', .., '"'] and { Length: >= 2 } opaque
        && opaque.AsSpan(1, opaque.Length - 2).IndexOfAnyExceptInRange('\x21', '\x7e') < 0 && !opaque[1..^1].Contains('"', StringComparison.Ordinal)
        ? tag.Trim()
        : null;

    private static string Opaque(string tag) =>
        tag.Trim() is var text && text.StartsWith("W/", StringComparison.Ordinal) ? text[2..] : text;

    private static bool TryDate(string text, out DateTimeOffset date) => DateTimeOffset.TryParseExact(
        text, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);

    private static bool Names(string? list, string member) =>
        list is not null && Members(list).Contains(member, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Members(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
