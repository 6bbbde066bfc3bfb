using System.Globalization;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Language;

/// <summary>Checks locales, zones, formats and paths.</summary>
internal static class ValueChecks
{
    public static readonly IReadOnlyList<string> Takes = ["text", "rawText", "ownText", "html", "innerHtml"];

    public static Fault? Locale(string text)
    {
        try
        {
            // The platform also takes "en_GB" and more; a BCP 47 tag has letters, digits and hyphens.
            bool isTag = text.Length is > 1 and < 36 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
            if (isTag && CultureInfo.GetCultureInfo(text, predefinedOnly: true).Name.Length > 0) return null;
        }
        catch (CultureNotFoundException)
        {
        }

        return new Fault(
            Rules.UnknownLocale, $"\"{text}\" is not a known locale.", text.Contains('_')
            ? $"Write \"{text.Replace('_', '-')}\"." : null);
    }

    public static Fault? Zone(string text)
    {
        bool isIana = text is "UTC" || (text.Contains('/') && TimeZoneInfo.TryFindSystemTimeZoneById(text, out _));
        return isIana ? null : new Fault(Rules.UnknownZone, $"\"{text}\" is not a known time zone.");
    }

    public static Fault? Format(string text)
    {
        var sample = new DateTimeOffset(2001, 12, 23, 14, 5, 6, 789, TimeSpan.Zero);
        try
        {
            if (text.Length > 0 && sample.ToString(text, CultureInfo.InvariantCulture) is { Length: > 0 } made
                && made != text) return null;
        }
        catch (FormatException)
        {
        }

        return new Fault(Rules.BadFormat, $"\"{text}\" is not a date format.");
    }

    public static Fault? Take(string text)
    {
        if (Takes.Contains(text) || (text.StartsWith('@') && CssText.IsName(text[1..]))) return null;
        return new Fault(
            Rules.BadTake, $"\"{text}\" is not something that can be taken.",
            Spelling.Suggest(text, [.. Takes, "@attribute"]));
    }

    /// <summary>Nothing but <c>{record}</c> and <c>{run}</c> may stand in braces.</summary>
    public static Fault? OutputPath(string text)
    {
        if (text.Trim().Length == 0 || text.Contains('\0')) return new Fault(
            Rules.BadPath, "The path is empty or holds a zero character.");
        for (int open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var rest = text.AsSpan(open);
            if (!rest.StartsWith("{record}") && !rest.StartsWith("{run}"))
                return new Fault(
                    Rules.BadPath, $"\"{text}\" holds a placeholder that is not known.", "Known: {record}, {run}.",
                    open);
        }

        return null;
    }

    public static Fault? FilePath(string text) =>
        text.Trim().Length == 0 || text.Contains('\0')
            ? new Fault(Rules.FileMissing, "The path is empty or holds a zero character.") : null;
}
