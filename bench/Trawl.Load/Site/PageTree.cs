using System.Globalization;

namespace Trawl.Load.Site;

/// <summary>
/// A web site that is a tree: page n leads to its children, to a few pages of the navigation and to a few older pages
/// drawn from all that are known. Known pages grow at one rate from the first page to the last, so that a memory that
/// looks flat is flat.
/// </summary>
internal sealed class PageTree
{
    private readonly string[] _origins;

    internal PageTree(int hosts) =>
        _origins = [.. Enumerable.Range(0, hosts).Select(h => FormattableString.Invariant($"http://h{h}.test"))];

    internal int Children { get; init; } = 2;

    internal int Navigation { get; init; } = 4;

    internal int Old { get; init; } = 4;

    /// <summary>Pages there are; those beyond have no links to them.</summary>
    internal long Pages { get; init; } = long.MaxValue / 1_000;

    internal int LinksMost => Children + Navigation + Old;

    internal string Origin(long page) => _origins[page % _origins.Length];

    internal string Url(long page) =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin(page)}/section-{page % 97}/page-{page}.html");

    internal static long NumberOf(ReadOnlySpan<char> url)
    {
        var digits = url[(url.LastIndexOf('-') + 1)..^".html".Length];
        return long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Writes the numbers of the pages a page leads to; answers how many.</summary>
    internal int Links(long page, Span<long> links)
    {
        var count = 0;
        for (var i = 1; i <= Children && (page * Children) + i < Pages; i++)
        {
            links[count++] = (page * Children) + i;
        }

        for (var i = 0; i < Navigation; i++)
        {
            links[count++] = Math.Min(i, Pages - 1);
        }

        for (var i = 0; i < Old; i++)
        {
            links[count++] = (long)(Mix((ulong)((page * 31) + i)) % (ulong)(page + 1));
        }

        return count;
    }

    /// <summary>SplitMix64: well spread, and the same on every machine.</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
