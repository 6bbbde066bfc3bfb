using Trawl.Html.Dom;

namespace Trawl.Pipelines.Starter;

/// <summary>
/// Finds the repeated items of a page: the weightiest group of siblings with the same name and first class.
/// </summary>
internal sealed class ItemFinder
{
    private const int MinCount = 3;

    private static readonly HashSet<string> _never = new(StringComparer.Ordinal)
    {
        "option", "br", "hr", "script", "style", "link", "meta", "col", "source", "track", "td", "th", "thead", "tbody",
        "tfoot", "img", "input", "button", "label", "h1", "h2", "h3", "h4", "h5", "h6", "path", "g", "use", "head", "body",
        "html", "b", "i", "em", "strong",
    };

    private static readonly HashSet<string> _aside =
        new(StringComparer.Ordinal) { "nav", "header", "footer", "aside", "form", "select", "svg" };

    private readonly PageView _page;
    private readonly Dictionary<int, ElementStats> _stats;

    private ItemFinder(PageView page) => (_page, _stats) = (page, ElementStats.Of(page));

    /// <summary>The group, or null when nothing on the page repeats.</summary>
    public static ItemGroup? Find(PageView page) => new ItemFinder(page).Run();

    private ItemGroup? Run()
    {
        var groups = _page.Elements.Where(e => !_never.Contains(_page.Document.LocalName(e))).GroupBy(Key)
            .Where(g => g.Count() >= MinCount);
        var ranked = groups.Select(g => (Elements: g.ToList(), Weight: Weight(g.ToList()))).Where(g => g.Weight > 0)
            .OrderByDescending(g => g.Weight);
        return ranked.Take(20).Select(g => Group(g.Elements)).FirstOrDefault(g => g is not null);
    }

    /// <summary>Siblings are alike by name and first class; "item odd" and "item even" are both items.</summary>
    private (int Parent, string Name, string Class) Key(int element) =>
        (_page.Document.Parent(element), _page.Document.LocalName(element), _page.Classes(element) is [var first, ..]
            ? first : "");

    private double Weight(List<int> elements)
    {
        // Menus, headers and footers are on every page, and about none.
        if (_stats[elements[0]].IsAside) return 0;
        var stats = elements.Select(e => _stats[e]).ToList();
        double text = stats.Average(s => (double)s.TextLength);
        double linked = stats.Count(s => s.Links > 0) / (double)stats.Count;
        // A word or two each is a menu or a row of numbers; most items of a list lead somewhere or say something.
        if (text < 8 || (linked < 0.5 && text < 20)) return 0;
        double rich = Share(stats, s => s.Headings > 0) + Share(stats, s => s.Images > 0) + Math.Min(text / 100, 1);
        double weight = elements.Count * (1 + (2 * linked) + rich);
        bool isParagraphs = _page.Document.LocalName(elements[0]) == "p" && linked < 0.5;
        return isParagraphs ? weight * 0.2 : weight;
    }

    private static double Share(List<ElementStats> stats, Func<ElementStats, bool> has) =>
        stats.Count(has) / (double)stats.Count;

    private ItemGroup? Group(List<int> elements)
    {
        foreach (string selector in Selectors(elements))
        {
            var found = _page.Select(selector);
            // A selector that finds much else besides does not describe the group.
            bool isCount = found.Count >= elements.Count && found.Count <= elements.Count * 1.5;
            if (isCount && found.ToHashSet().IsSupersetOf(elements)) return new ItemGroup(selector, found);
        }

        return null;
    }

    private IEnumerable<string> Selectors(List<int> elements)
    {
        string name = _page.Document.LocalName(elements[0]);
        if (!PageView.IsSimple(name)) yield break;
        var classes = elements.Skip(1)
            .Aggregate(_page.Classes(elements[0]).AsEnumerable(), (left, e) => left.Intersect(_page.Classes(e)))
            .ToList();
        string own = string.Concat(classes.Take(2).Select(c => "." + c).Prepend(name));
        if (classes.Count > 0) yield return own;
        int parent = _page.Document.Parent(elements[0]);
        for (string path = own; parent > HtmlDocument.Root && _page.Document.Kind(parent) == NodeKind.Element
            && path.Length < 200; parent = _page.Document.Parent(parent))
        {
            path = $"{_page.Step(parent)} > {path}";
            yield return path;
        }
    }

    internal static bool IsAside(string name) => _aside.Contains(name);
}
