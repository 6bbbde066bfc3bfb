namespace Trawl.Pipelines.Starter;

/// <summary>Fields of a page that is about one thing.</summary>
internal static class PageFields
{
    private static readonly (string Name, string Css)[] _known =
        [("title", "title"), ("heading", "h1"), ("intro", "main p, article p"), ("published", "time")];

    public static IEnumerable<StarterField> Find(PageView page)
    {
        foreach (var (name, css) in _known)
            if (page.TextOf(css) is { } text) yield return new StarterField(
                name, StarterText.Quote(css), $"\"{text}\"");
    }
}
