namespace Trawl.Html.Dom;

/// <summary>
/// One node in the document's array: links are indices into the same array, <see cref="HtmlDocument.None"/> at an end.
/// </summary>
internal struct NodeData
{
    public int Parent;
    public int FirstChild;
    public int LastChild;
    public int PreviousSibling;
    public int NextSibling;

    /// <summary>Element: id of the local name. Otherwise 0.</summary>
    public int Name;

    /// <summary>
    /// Element, doctype: first attribute in the document's attribute array. Text, comment: where the characters start,
    /// in the source when not negative and otherwise at the complement of it in the side buffer.
    /// </summary>
    public int Start;

    /// <summary>Element, doctype: number of attributes. Text, comment: length in characters.</summary>
    public int Length;

    /// <summary>Where the node's token starts in the source, or -1.</summary>
    public int Position;

    public NodeKind Kind;
    public ElementNamespace Namespace;

    /// <summary>
    /// Text: it stands in the side buffer with room for the next power of two, so that appending to it again and again
    /// costs linear time whatever is appended elsewhere in between.
    /// </summary>
    public bool IsRoomy;
}
