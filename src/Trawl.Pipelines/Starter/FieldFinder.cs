using Trawl.Html.Dom;

namespace Trawl.Pipelines.Starter;

/// <summary>Finds what the items of a group have in common: heading, link, price, image.</summary>
internal sealed class FieldFinder
{
    private static readonly string[] _titles =
        ["h1", "h2", "h3", "h4", "h5", "h6", "[itemprop=name]", "[class*=title]", "[class*=name]"];

    private readonly PageView _page;
    private readonly ItemGroup _items;

    private FieldFinder(PageView page, ItemGroup items) => (_page, _items) = (page, items);

    /// <summary>The fields, at least one.</summary>
    public static IReadOnlyList<StarterField> Find(PageView page, ItemGroup items)
    {
        var finder = new FieldFinder(page, items);
        StarterField?[] all = [finder.Title(), finder.Price(), finder.Link(), finder.Image()];
        var found = all.OfType<StarterField>().ToList();
        if (found.All(f => f.Name is not "title")) found.Insert(0, finder.WholeText());
        return found;
    }

    private StarterField? Title()
    {
        string? css = _titles.FirstOrDefault(IsCommon) ?? (IsCommon("a") ? "a" : null);
        return css is null ? null : new StarterField("title", StarterText.Quote(css), Seen(css, _page.Text));
    }

    private StarterField WholeText() =>
        new("text", "{ take: text }", $"the item's whole text; the first: \"{Clip(_page.Text(_items.Elements[0]))}\"");

    private StarterField? Link()
    {
        string? css = _titles.Take(6).Select(h => h + " a")
            .FirstOrDefault(IsCommon) ?? (IsCommon("a[href]") ? "a" : null);
        if (css is not null)
            return new StarterField(
                "link", $"{{ css: {StarterText.QuoteFlow(css + "::attr(href)")}, type: url }}",
                Seen(css, e => _page.Attribute(e, "href") ?? ""), $"{_items.Selector} {css}");
        bool areLinks = _page.Document.LocalName(_items.Elements[0]) == "a";
        return areLinks
            ? new StarterField("link", "{ take: '@href', type: url }", "the item is the link", _items.Selector) : null;
    }

    private StarterField? Image()
    {
        if (!IsCommon("img")) return null;
        var first = _page.Select("img", _items.Elements[0]).FirstOrDefault(HtmlDocument.None);
        bool isLazy = first != HtmlDocument.None && _page.Attribute(first, "data-src") is not null;
        string attribute = isLazy ? "data-src" : "src";
        return new StarterField(
            "image", $"{{ css: 'img::attr({attribute})', type: url }}",
            Seen("img", e => _page.Attribute(e, attribute) ?? ""));
    }

    private StarterField? Price()
    {
        foreach (int item in _items.Elements.Take(3))
        {
            int found = PriceIn(item);
            if (found == HtmlDocument.None) continue;
            string css = _page.Step(found);
            if (!IsCommon(css)) continue;
            string text = _page.Text(found);
            string locale = PriceText.Locale(text) is { } tag ? $", locale: {tag}" : "";
            return new StarterField(
                "price", $"{{ css: {StarterText.QuoteFlow(css)}, type: decimal{locale} }}", Seen(css, _page.Text));
        }

        return null;
    }

    /// <summary>The innermost element that holds a price and nothing else.</summary>
    private int PriceIn(int item)
    {
        foreach (int element in _page.Select("*", item).Take(500))
            if (IsLeaf(element) && PriceText.Is(_page.Text(element))) return element;
        return HtmlDocument.None;
    }

    private bool IsLeaf(int element)
    {
        for (int child = _page.Document.FirstChild(element); child != HtmlDocument.None; child =
            _page.Document.NextSibling(child))
            if (_page.Document.Kind(child) == NodeKind.Element) return false;
        return true;
    }

    /// <summary>At least two in three items have it; the first fifty tell.</summary>
    private bool IsCommon(string css)
    {
        var sample = _items.Elements.Take(50).ToList();
        return CountIn(sample, css) * 3 >= sample.Count * 2;
    }

    private int CountIn(IEnumerable<int> items, string css) => items.Count(i => _page.Select(css, i).Count > 0);

    private string Seen(string css, Func<int, string> value)
    {
        int count = CountIn(_items.Elements, css);
        string first = _items.Elements.SelectMany(i => _page.Select(css, i).Take(1)).Select(value)
            .FirstOrDefault() ?? "";
        return FormattableString.Invariant($"in {count} of {_items.Elements.Count}; the first: \"{Clip(first)}\"");
    }

    private static string Clip(string text) => text.Length <= 50 ? text : text[..47] + "...";
}
