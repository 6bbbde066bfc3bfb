using Trawl.Web.Urls;

namespace Trawl.Engine.Admission;

/// <summary>
/// Tells addresses that a site could make up for ever from those of real pages, by the address and its page alone, so that
/// every engine and every replay decides alike. Four signs: a part of the path (or a parameter) that comes again and
/// again, as broken relative links make it; an address longer than any that people use; a session id that is another one on each
/// page; a chain of a thousand pages of one shape, as calendars make it. Dates (/2031/01/01) and numbers alone are no sign.
/// </summary>
public static class CrawlerTrap
{
    /// <summary>Times that one part of a path, or one parameter with its value, may occur.</summary>
    public const int MaxRepeats = 3;

    /// <summary>Characters of an address.</summary>
    public const int MaxLength = 4096;

    /// <summary>Links from the start after which a page must no longer lead to others of its own shape.</summary>
    public const int MaxChain = 1000;

    private const int MaxParts = 64;

    /// <summary>The pattern that gives the address away; null when there is none.</summary>
    /// <param name="url">The link's canonical address.</param>
    /// <param name="page">The canonical address of the page it is on; null for what no page led to.</param>
    /// <param name="depth">Links from the start, the link included.</param>
    public static string? Find(WebUrl url, string? page, int depth)
    {
        if (url.Href.Length > MaxLength)
        {
            return $"more than {MaxLength} characters";
        }

        if (Repeated(url.PathSpan, '/') is { } part)
        {
            return $"\"{part}\" more than {MaxRepeats} times in the path";
        }

        if (Repeated(url.QuerySpan, '&') is { } parameter)
        {
            return $"\"{parameter}\" more than {MaxRepeats} times in the query";
        }

        if (page is not null && SessionId.ChangesBetween(page, url.Href) is { } name)
        {
            return $"{name} is another one on every page";
        }

        return depth > MaxChain && page is not null && UrlShape.Of(page) is var shape && shape == UrlShape.Of(url.Href)
            ? $"{shape} through more than {MaxChain} pages"
            : null;
    }

    // The part that comes too often. Numbers and single letters are left out: dates, and the folders of hashes.
    private static string? Repeated(ReadOnlySpan<char> text, char separator)
    {
        Span<Range> parts = stackalloc Range[MaxParts];
        var count = text.Split(parts, separator);
        for (var i = 0; i + MaxRepeats < count; i++)
        {
            var part = text[parts[i]];
            if (part.Length > 1 && part.ContainsAnyExceptInRange('0', '9') && Occurrences(text, parts[i..count], part) > MaxRepeats)
            {
                return part.ToString();
            }
        }

        return null;
    }

    private static int Occurrences(ReadOnlySpan<char> text, ReadOnlySpan<Range> parts, ReadOnlySpan<char> part)
    {
        var found = 0;
        foreach (var other in parts)
        {
            found += text[other].SequenceEqual(part) ? 1 : 0;
        }

        return found;
    }
}
