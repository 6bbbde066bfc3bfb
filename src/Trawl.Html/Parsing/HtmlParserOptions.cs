namespace Trawl.Html.Parsing;

/// <summary>Limits against pages that are made to exhaust a parser. Text is never cut by a limit other than nodes.</summary>
public sealed record HtmlParserOptions
{
    /// <summary>The limits used when none are given.</summary>
    public static HtmlParserOptions Default { get; } = new();

    /// <summary>Reading stops when the document has this many nodes. Default 2,000,000; 40 bytes each.</summary>
    public int MaxNodes { get; init; } = 2_000_000;

    /// <summary>
    /// The deepest an element may stand, counted from the root element; deeper ones hang on the last allowed ancestor.
    /// Default 512, which is what browsers allow; at least 8 is used.
    /// </summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>Attributes of one element past this many are dropped. Default 1,000.</summary>
    public int MaxAttributesPerElement { get; init; } = 1_000;
}
