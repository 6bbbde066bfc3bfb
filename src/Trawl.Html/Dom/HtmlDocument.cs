namespace Trawl.Html.Dom;

/// <summary>
/// A parsed page as one array of nodes. A node is an <see cref="int"/>: 0 is the document, and in tree order every
/// node of the final tree can be walked through <see cref="FirstChild"/> and <see cref="NextSibling"/>.
/// Not thread-safe to build; any number of threads may read a finished document.
/// </summary>
public sealed partial class HtmlDocument : IDisposable
{
    /// <summary>The document node.</summary>
    public const int Root = 0;

    /// <summary>"No such node": what the link accessors answer at an end of the tree.</summary>
    public const int None = -1;

    /// <summary>What kind of node this is.</summary>
    public NodeKind Kind(int node) => throw new NotImplementedException();

    /// <summary>The parent, or <see cref="None"/>.</summary>
    public int Parent(int node) => throw new NotImplementedException();

    /// <summary>The first child, or <see cref="None"/>.</summary>
    public int FirstChild(int node) => throw new NotImplementedException();

    /// <summary>The last child, or <see cref="None"/>.</summary>
    public int LastChild(int node) => throw new NotImplementedException();

    /// <summary>The next sibling, or <see cref="None"/>.</summary>
    public int NextSibling(int node) => throw new NotImplementedException();

    /// <summary>The previous sibling, or <see cref="None"/>.</summary>
    public int PreviousSibling(int node) => throw new NotImplementedException();

    /// <summary>Id of an element's local name in this process' <see cref="NameTable"/>; compare ids, not strings.</summary>
    public int NameId(int node) => throw new NotImplementedException();

    /// <summary>An element's local name, lower case for HTML elements.</summary>
    public string LocalName(int node) => throw new NotImplementedException();

    /// <summary>The namespace of an element.</summary>
    public ElementNamespace Namespace(int node) => throw new NotImplementedException();

    /// <summary>The value of an attribute by its name's id; false when the element has none by that name.</summary>
    public bool TryGetAttribute(int element, int nameId, out ReadOnlySpan<char> value) => throw new NotImplementedException();

    /// <summary>How many attributes an element has.</summary>
    public int AttributeCount(int element) => throw new NotImplementedException();

    /// <summary>The <paramref name="index"/>-th attribute: name id and value.</summary>
    public ReadOnlySpan<char> AttributeAt(int element, int index, out int nameId) => throw new NotImplementedException();

    /// <summary>The characters of a text or comment node.</summary>
    public ReadOnlySpan<char> Data(int node) => throw new NotImplementedException();

    /// <summary>Gives the pooled arrays back. The document must not be used afterwards.</summary>
    public void Dispose()
    {
    }
}
