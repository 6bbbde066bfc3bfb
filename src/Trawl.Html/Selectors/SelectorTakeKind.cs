namespace Trawl.Html.Selectors;

/// <summary>What a selector asks to take from the elements it selects.</summary>
public enum SelectorTakeKind
{
    /// <summary>The element itself.</summary>
    Element,

    /// <summary><c>::text</c>: the text nodes that are children of the element.</summary>
    Text,

    /// <summary><c>::attr(name)</c>: the value of an attribute, of the elements that have it.</summary>
    Attribute,
}
