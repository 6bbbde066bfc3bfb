namespace Trawl.Html.Dom;

/// <summary>What a node of an <see cref="HtmlDocument"/> is (DOM standard, section 4.4).</summary>
public enum NodeKind : byte
{
    /// <summary>The document itself; always node 0.</summary>
    Document,

    /// <summary>A doctype.</summary>
    Doctype,

    /// <summary>An element.</summary>
    Element,

    /// <summary>Character data.</summary>
    Text,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>The content of a <c>template</c> element; its parent is that element and it is not among its children.</summary>
    TemplateContent,
}
