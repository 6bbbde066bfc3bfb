using Trawl.Html.Dom;

namespace Trawl.Steps.Probing;

/// <summary>The names on a page that selectors speak of.</summary>
internal sealed class PageNames
{
    private const int Most = 5000;

    private readonly HashSet<string> _classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);
    private readonly HashSet<string> _attributes = new(StringComparer.Ordinal);

    public PageNames(HtmlDocument document)
    {
        for (var node = document.NextInTree(HtmlDocument.Root, HtmlDocument.Root); node != HtmlDocument.None;
            node = document.NextInTree(node, HtmlDocument.Root))
        {
            if (document.Kind(node) == NodeKind.Element) Add(document, node);
        }
    }

    public IEnumerable<string> Like(char kind, string name) => kind switch
    {
        '.' => Nearest(_classes, name),
        '#' => Nearest(_ids, name),
        '[' => Nearest(_attributes, name),
        _ => Nearest(_tags, name),
    };

    /// <summary>Classes and ids, as XPath has them in quotes.</summary>
    public IEnumerable<string> LikeText(string text) => Nearest(_classes.Concat(_ids), text);

    private static IEnumerable<string> Nearest(IEnumerable<string> names, string name) => names
        .Select(n => (Name: n, Distance: NameDistance.Of(name, n))).Where(n => n.Distance is > 0 and < NameDistance.Far)
        .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal).Take(4).Select(n => n.Name);

    private void Add(HtmlDocument document, int node)
    {
        _tags.Add(document.LocalName(node));
        for (var i = 0; i < document.AttributeCount(node); i++)
        {
            var value = document.AttributeAt(node, i, out var id);
            var name = document.NameText(id);
            if (_attributes.Count < Most) _attributes.Add(name);
            if (name == "id" && _ids.Count < Most) _ids.Add(value.ToString());
            if (name == "class" && _classes.Count < Most) _classes.UnionWith(value.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
