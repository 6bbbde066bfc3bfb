namespace Trawl.Html.Dom;

/// <summary>What the doctype asks of a renderer (DOM standard, section 4.5: a document's mode).</summary>
public enum QuirksMode : byte
{
    /// <summary>Standards mode.</summary>
    NoQuirks,

    /// <summary>Quirks mode.</summary>
    Quirks,

    /// <summary>Limited-quirks mode.</summary>
    LimitedQuirks,
}
