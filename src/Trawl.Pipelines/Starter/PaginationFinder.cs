using Trawl.Html.Dom;

namespace Trawl.Pipelines.Starter;

/// <summary>Finds the link to the next page: by its relation, by class, by text, by numbers.</summary>
internal static class PaginationFinder
{
    private static readonly string[] _known =
    [
        "a[rel~=next]", "link[rel~=next]", "li.next a", ".next a", "a.next", "a.next-page", ".pagination-next a",
        "a.pagination-next", "a[aria-label^=Next]",
    ];

    private static readonly string[] _words = ["Next", "next", "Weiter", "Suivant", "Siguiente", "»", "›", "→"];

    private static readonly string[] _numbered =
        [".pagination a", ".pager a", "nav[aria-label*=agination] a", ".page-numbers a", "a.page-numbers", ".pages a"];

    public static StarterLink? Find(PageView page) => ByRelation(page) ?? ByText(page) ?? ByNumbers(page);

    private static StarterLink? ByRelation(PageView page)
    {
        foreach (string css in _known)
            if (page.Select(css) is [var first, ..]) return new StarterLink(
                css, $"the next page: \"{page.Attribute(first, "href")}\"");
        return null;
    }

    /// <summary>
    /// Only a link whose whole text is the word, give or take an arrow: "next" is also in "next day delivery".
    /// </summary>
    private static StarterLink? ByText(PageView page)
    {
        foreach (string word in _words)
        {
            string css = $"a[href]:contains(\"{word}\")";
            var found = page.Select(css);
            if (found.Count is 0 or > 2 || found.Any(e => page.Text(e).Length > word.Length + 8)) continue;
            return new StarterLink(css, $"the next page: \"{page.Attribute(found[0], "href")}\"");
        }

        return null;
    }

    private static StarterLink? ByNumbers(PageView page)
    {
        foreach (string css in _numbered)
        {
            int count = page.Select(css)
                .Count(e => page.Text(e) is { Length: > 0 and < 6 } text && text.All(char.IsAsciiDigit));
            if (count > 0) return new StarterLink(css, FormattableString.Invariant($"{count} numbered pages"));
        }

        return null;
    }
}
