using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Trawl.Html.Dom;
using Mode = Trawl.Html.Dom.QuirksMode;

namespace Trawl.Html.Tests.Selectors;

/// <summary>
/// One tree twice: as AngleSharp parsed it and as a document of ours made from that, so that selectors are compared
/// without comparing parsers.
/// </summary>
internal sealed class AngleTree : IDisposable
{
    private readonly Dictionary<INode, int> _nodes = [];

    private AngleTree(IHtmlDocument theirs)
    {
        Theirs = theirs;
        Ours = new HtmlDocument("") { Quirks = theirs.CompatMode == "BackCompat" ? Mode.Quirks : Mode.NoQuirks };
        _nodes[theirs] = HtmlDocument.Root;
        AddChildren(theirs);
    }

    public IHtmlDocument Theirs { get; }

    public HtmlDocument Ours { get; }

    public static AngleTree Parse(string html) => new(new HtmlParser().ParseDocument(html));

    public int this[INode node] => _nodes[node];

    public IEnumerable<int> Query(string selector) => Theirs.QuerySelectorAll(selector).Select(e => _nodes[e]);

    public void Dispose()
    {
        Ours.Dispose();
        Theirs.Dispose();
    }

    // A stack of our own: some trees of the tests are deep.
    private void AddChildren(INode root)
    {
        var open = new Stack<INode>([root]);
        while (open.TryPop(out var parent))
        {
            foreach (var child in parent.ChildNodes)
            {
                if (Make(child) is not { } node) continue;
                _nodes[child] = node;
                Ours.Append(_nodes[parent], node);
                open.Push(child);
            }
        }
    }

    private int? Make(INode node) => node switch
    {
        IElement element => Make(element),
        IText text => Ours.AddCharacterData(NodeKind.Text, Ours.Store(text.Data), text.Data.Length, -1),
        IComment comment => Ours.AddCharacterData(NodeKind.Comment, Ours.Store(comment.Data), comment.Data.Length, -1),
        _ => null,
    };

    private int Make(IElement element)
    {
        var first = Ours.StoredAttributes;
        foreach (var attribute in element.Attributes)
            Ours.AddAttribute(Name(attribute.Name), Ours.Store(attribute.Value), attribute.Value.Length);
        var space = element.NamespaceUri switch
        {
            "http://www.w3.org/2000/svg" => ElementNamespace.Svg,
            "http://www.w3.org/1998/Math/MathML" => ElementNamespace.MathMl,
            _ => ElementNamespace.Html,
        };
        return Ours.AddElement(Name(element.LocalName), space, -1, first, Ours.StoredAttributes - first);
    }

    private int Name(string name) => Ours.AddName(Ours.Store(name), name.Length, out _);
}
