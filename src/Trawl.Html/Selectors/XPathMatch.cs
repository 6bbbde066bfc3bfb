using Trawl.Html.Dom;

namespace Trawl.Html.Selectors;

/// <summary>A node an XPath selected: an element, text, comment or the document, or one attribute of an element.</summary>
/// <param name="Node">The node; for an attribute the element that has it.</param>
/// <param name="Attribute">The attribute's index at its element, or <see cref="HtmlDocument.None"/>.</param>
public readonly record struct XPathMatch(int Node, int Attribute = HtmlDocument.None)
{
    /// <summary>True when an attribute was selected.</summary>
    public bool IsAttribute => Attribute != HtmlDocument.None;

    /// <summary>The string-value (XPath 1.0, section 5): an attribute's value, or all text of or below the node.</summary>
    public string Value(HtmlDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return IsAttribute ? document.AttributeAt(Node, Attribute, out _).ToString() : TakenText.Of(document, Node);
    }
}
