namespace Trawl.Html.Dom;

/// <summary>One node in the document's array: links are indices into the same array, 0 (the document) meaning "none".</summary>
internal struct NodeData
{
    public int Parent;
    public int FirstChild;
    public int LastChild;
    public int PreviousSibling;
    public int NextSibling;

    /// <summary>Element: id of the local name in <see cref="NameTable"/>. Otherwise unused.</summary>
    public int Name;

    /// <summary>Element: first attribute in the document's attribute array. Text, comment: start in the text buffer.</summary>
    public int Start;

    /// <summary>Element: number of attributes. Text, comment: length in characters.</summary>
    public int Length;

    public NodeKind Kind;
    public ElementNamespace Namespace;
}
