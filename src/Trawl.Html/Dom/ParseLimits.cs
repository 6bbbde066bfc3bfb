namespace Trawl.Html.Dom;

/// <summary>Which limits of <see cref="Parsing.HtmlParserOptions"/> cut a page.</summary>
[Flags]
public enum ParseLimits : byte
{
    /// <summary>The tree is what the standard says.</summary>
    None = 0,

    /// <summary>Reading stopped at the largest number of nodes.</summary>
    Nodes = 1,

    /// <summary>Elements deeper than allowed hang on the last allowed ancestor.</summary>
    Depth = 2,

    /// <summary>Attributes past the largest number of an element are missing.</summary>
    Attributes = 4,
}
