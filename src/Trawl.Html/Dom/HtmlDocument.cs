using System.Runtime.CompilerServices;

namespace Trawl.Html.Dom;

/// <summary>
/// A parsed page as one array of nodes. A node is an <see cref="int"/>: 0 is the document, and in tree order every
/// node of the final tree can be walked through <see cref="FirstChild"/> and <see cref="NextSibling"/>.
/// Not thread-safe to build; any number of threads may read a finished document. Its arrays are pooled: read nothing
/// from it, and keep no span of it, after <see cref="Dispose"/>.
/// </summary>
public sealed partial class HtmlDocument : IDisposable
{
    /// <summary>The document node.</summary>
    public const int Root = 0;

    /// <summary>"No such node": what the link accessors answer at an end of the tree.</summary>
    public const int None = -1;

    /// <summary>How many nodes there are to index, those the parser made and dropped again included.</summary>
    public int NodeCount => _nodeCount;

    /// <summary>Which limits cut the page; <see cref="ParseLimits.None"/> when none did.</summary>
    public ParseLimits LimitHit { get; internal set; }

    /// <summary>The mode the doctype asks for.</summary>
    public QuirksMode Quirks { get; internal set; }

    /// <summary>What kind of node this is.</summary>
    public NodeKind Kind(int node) => _nodes[node].Kind;

    /// <summary>The parent, or <see cref="None"/>.</summary>
    public int Parent(int node) => _nodes[node].Parent;

    /// <summary>The first child, or <see cref="None"/>.</summary>
    public int FirstChild(int node) => _nodes[node].FirstChild;

    /// <summary>The last child, or <see cref="None"/>.</summary>
    public int LastChild(int node) => _nodes[node].LastChild;

    /// <summary>The next sibling, or <see cref="None"/>.</summary>
    public int NextSibling(int node) => _nodes[node].NextSibling;

    /// <summary>The previous sibling, or <see cref="None"/>.</summary>
    public int PreviousSibling(int node) => _nodes[node].PreviousSibling;

    /// <summary>
    /// Id of an element's local name, from <see cref="FindName"/>: compare ids, not strings. 0 for other nodes.
    /// </summary>
    public int NameId(int node) => _nodes[node].Name;

    /// <summary>An element's local name, lower case for HTML elements; empty for other nodes.</summary>
    public string LocalName(int node) => NameText(_nodes[node].Name);

    /// <summary>The namespace of an element.</summary>
    public ElementNamespace Namespace(int node) => _nodes[node].Namespace;

    /// <summary>True for an element of the HTML namespace with this name id.</summary>
    public bool IsHtml(int node, int nameId)
    {
        ref var data = ref _nodes[node];
        return data.Name == nameId && data.Kind == NodeKind.Element && data.Namespace == ElementNamespace.Html;
    }

    /// <summary>The value of an attribute by its name's id; false when the element has none by that name.</summary>
    public bool TryGetAttribute(int element, int nameId, out ReadOnlySpan<char> value)
    {
        ref var data = ref _nodes[element];
        if (data.Kind == NodeKind.Element)
        {
            foreach (ref var attribute in _attributes.AsSpan(data.Start, data.Length))
            {
                if (attribute.Name != nameId) continue;
                value = Chars(attribute.ValueStart, attribute.ValueLength);
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>How many attributes an element has; 0 for other nodes.</summary>
    public int AttributeCount(int element)
    {
        ref var data = ref _nodes[element];
        return data.Kind == NodeKind.Element ? data.Length : 0;
    }

    /// <summary>The <paramref name="index"/>-th attribute: name id and value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The element has no such attribute.</exception>
    public ReadOnlySpan<char> AttributeAt(int element, int index, out int nameId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, AttributeCount(element));
        ref var attribute = ref _attributes[_nodes[element].Start + index];
        nameId = attribute.Name;
        return Chars(attribute.ValueStart, attribute.ValueLength);
    }

    /// <summary>The characters of a text or comment node, the name of a doctype; empty for other nodes.</summary>
    public ReadOnlySpan<char> Data(int node)
    {
        ref var data = ref _nodes[node];
        return data.Kind switch
        {
            NodeKind.Text or NodeKind.Comment => Chars(data.Start, data.Length),
            NodeKind.Doctype => DoctypePart(node, 0),
            _ => default,
        };
    }

    /// <summary>The public identifier of a doctype; empty when it has none.</summary>
    public ReadOnlySpan<char> DoctypePublicId(int node) => DoctypePart(node, 1);

    /// <summary>The system identifier of a doctype; empty when it has none.</summary>
    public ReadOnlySpan<char> DoctypeSystemId(int node) => DoctypePart(node, 2);

    /// <summary>The content of a <c>template</c> element, or <see cref="None"/> for any other node.</summary>
    public int TemplateContent(int node)
    {
        if (!IsHtml(node, KnownName.Template) || node + 1 >= _nodeCount) return None;
        return _nodes[node + 1].Kind == NodeKind.TemplateContent ? node + 1 : None;
    }

    /// <summary>
    /// Where the node's token starts in the source, in UTF-16 code units; -1 for a node that no token made, such as an
    /// implied <c>body</c>.
    /// </summary>
    public int Position(int node)
    {
        int position = _nodes[node].Position;
        return position < 0 || _removedCount == 0 ? position : position + RemovedBefore(position);
    }

    private ReadOnlySpan<char> DoctypePart(int node, int part)
    {
        ref var data = ref _nodes[node];
        if (data.Kind != NodeKind.Doctype) return default;
        ref var attribute = ref _attributes[data.Start + part];
        return attribute.ValueLength <= 0 ? default : Chars(attribute.ValueStart, attribute.ValueLength);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<char> Chars(int start, int length)
    {
        if (start < 0) return _side.AsSpan(~start, length);
        return _sourceText is { } text ? text.AsSpan(start, length) : _sourceArray.AsSpan(start, length);
    }
}
