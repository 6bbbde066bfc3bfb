using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Trawl.Steps.Tests.Peers;

/// <summary>The peers' fields computed another way: another parser, another selector engine, and no shared code.</summary>
internal static class IndependentWork
{
    private static readonly char[] White =
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => char.IsWhiteSpace(c) || c is >= '\x1c' and <= '\x1f')];

    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public static Dictionary<string, object?> Extract(IDocument page, string url) => new()
    {
        ["url"] = url,
        ["title"] = First(page, "title"),
        ["h1"] = First(page, "h1"),
        ["links"] = Count(page, "a[href]"),
        ["h2"] = All(page, "h2").ToArray(),
        ["css"] = page.QuerySelectorAll("link[rel=\"stylesheet\"]").Select(e => e.GetAttribute("href")).OfType<string>().ToArray(),
        ["viewport"] = page.QuerySelector("meta[name=\"viewport\"]")?.GetAttribute("content"),
        ["code"] = Count(page, "pre, code"),
        ["cells"] = Count(page, "table tr > td:first-child"),
        ["paras"] = Count(page, "div[class] > p"),
        ["ext"] = Count(page, "ul li a[href^=\"http\"]"),
        ["ids"] = Count(page, "[id]"),
        ["items"] = Count(page, "ul > li:nth-child(2n+1)"),
        ["dt"] = All(page, "dl > dt:first-of-type").Take(20).ToArray(),
        ["x_rows"] = page.QuerySelectorAll("tr").Count(row => row.Children.Any(c => c.LocalName == "td") && row.Ancestors<IElement>().Any(a => a.LocalName == "table")),
        ["x_frag"] = page.QuerySelectorAll("a").Count(a => a.GetAttribute("href")?.Contains('#') == true),
    };

    public static HashSet<string> Links(IDocument page, string url)
    {
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var a in page.QuerySelectorAll("a[href]"))
        {
            var href = a.GetAttribute("href")!.Split('#')[0].Trim();
            if (href.Length > 0 && Uri.TryCreate(new Uri(url), href, out var link) && link.Scheme is "http" or "https") links.Add(link.AbsoluteUri);
        }

        return links;
    }

    private static string First(IDocument page, string css) => Squash(page.QuerySelector(css)?.TextContent ?? "");

    private static IEnumerable<string> All(IDocument page, string css) => page.QuerySelectorAll(css).Select(e => Squash(e.TextContent));

    private static int Count(IDocument page, string css) => page.QuerySelectorAll(css).Length;

    private static string Squash(string text) => string.Join(' ', text.Split(White, StringSplitOptions.RemoveEmptyEntries));
}
