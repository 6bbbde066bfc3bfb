using System.Globalization;
using System.Text.RegularExpressions;

namespace Trawl.Pipelines.Values;

/// <summary>
/// Start URLs with ranges: <c>?page={1..50}</c>, <c>{01..12}</c> (keeps the zeros), <c>{0..100..10}</c> (a step).
/// </summary>
internal static partial class UrlRange
{
    /// <summary>URLs that one pipeline's ranges may make.</summary>
    public const int MaxUrls = 10_000;

    /// <summary>All URLs of the text; null when there would be more than <see cref="MaxUrls"/>.</summary>
    public static IReadOnlyList<string>? Expand(string text)
    {
        List<string> made = [text];
        // Each round replaces the first range of every URL; a text has few.
        while (Range().Match(made[0]) is { Success: true } first)
        {
            var values = Values(first);
            if (values is null || (long)values.Count * made.Count > MaxUrls) return null;
            made = [.. made.SelectMany(_ => values, (url, value) => Replace(url, value))];
        }

        return made;
    }

    private static string Replace(string url, string value)
    {
        var range = Range().Match(url);
        return string.Concat(url.AsSpan(0, range.Index), value, url.AsSpan(range.Index + range.Length));
    }

    private static List<string>? Values(Match range)
    {
        long first = Number(range.Groups[1]), last = Number(range.Groups[2]);
        long step = range.Groups[3].Success ? Math.Max(1, Number(range.Groups[3])) : 1;
        if (Math.Abs(last - first) / step >= MaxUrls) return null;
        string format = range.Groups[1].Value.StartsWith('0') ? new string('0', range.Groups[1].Length) : "0";
        var values = new List<string>();
        int sign = first <= last ? 1 : -1;
        for (long i = first; sign * i <= sign * last; i += sign * step) values.Add(
            i.ToString(format, CultureInfo.InvariantCulture));
        return values;
    }

    private static long Number(Group group) => long.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(\d{1,9})\.\.(\d{1,9})(?:\.\.(\d{1,9}))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
