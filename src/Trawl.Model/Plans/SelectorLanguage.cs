namespace Trawl.Model.Plans;

/// <summary>The language a selector is written in.</summary>
public enum SelectorLanguage
{
    /// <summary>CSS Selectors Level 4.</summary>
    Css,

    /// <summary>XPath 1.0.</summary>
    XPath,

    /// <summary>JSONPath, RFC 9535, on a JSON response.</summary>
    JsonPath,

    /// <summary>A regular expression on the page's text; group 1, or the whole match where there is no group.</summary>
    Regex,

    /// <summary>JSONPath on the page's JSON-LD, all blocks in one array.</summary>
    JsonLd,

    /// <summary>JSONPath on the page's microdata items.</summary>
    Microdata,

    /// <summary>The name of a meta property such as <c>og:title</c> or <c>description</c>.</summary>
    Meta,
}
