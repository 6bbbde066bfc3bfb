using Trawl.Model.Plans;

namespace Trawl.Pipelines.Language;

/// <summary>Keys that find something on a page.</summary>
internal static class SelectorLanguages
{
    /// <summary>The keys, and the plan's language for each.</summary>
    public static readonly IReadOnlyDictionary<string, SelectorLanguage> ByKey =
        new Dictionary<string, SelectorLanguage>(StringComparer.Ordinal)
    {
        ["css"] = SelectorLanguage.Css,
        ["xpath"] = SelectorLanguage.XPath,
        ["json"] = SelectorLanguage.JsonPath,
        ["regex"] = SelectorLanguage.Regex,
        ["jsonLd"] = SelectorLanguage.JsonLd,
        ["microdata"] = SelectorLanguage.Microdata,
        ["meta"] = SelectorLanguage.Meta,
    };

    public static readonly IReadOnlyList<string> Names =
        ["css", "xpath", "json", "regex", "jsonLd", "microdata", "meta"];

    public static readonly MapShape Selector = new("selector", () => Keys(Kinds.Css))
    {
        Doc = "Finds something on a page. A text alone is a CSS selector.",
        OneOf = Names,
        NeedsOne = true,
        Example = "has: { xpath: \"//article[@id]\" }",
    };

    public static readonly MapShape Alternative = new("alternative", () => [.. Keys(Kinds.CssTake), Take])
    {
        Doc = "One of several ways to find a field's value.",
        OneOf = Names,
        NeedsOne = true,
        Example = """
            sku:
              - { css: .sku, take: "@data-sku" }
              - { jsonLd: "$[0].sku" }
            """,
    };

    /// <summary>A CSS selector, or a map for the other languages.</summary>
    public static readonly UnionShape CssOrSelector = new() { Scalar = Kinds.Css, Map = Selector };

    /// <summary>Several ways to find a value.</summary>
    public static readonly ListShape Alternatives = new(new UnionShape { Scalar = Kinds.CssTake, Map = Alternative });

    public static Key Take => new("take", Kinds.Take, "What is taken from a found element.") { Default = "text" };

    public static IReadOnlyList<Key> Keys(ScalarShape css) =>
    [
        new("css", css, "A CSS selector."),
        new("xpath", Kinds.XPath, "An XPath."),
        new("json", Kinds.JsonPath, "A JSONPath on a JSON response."),
        new("regex", Kinds.Regex,
            "A regular expression on the page's text: group 1, or the whole match where there is no group."),
        new("jsonLd", Kinds.JsonPath, "A JSONPath on the page's JSON-LD, all blocks in one array."),
        new("microdata", Kinds.JsonPath, "A JSONPath on the page's microdata items."),
        new("meta", Kinds.MetaName, "The content of a `meta` element, such as `og:title`."),
    ];
}
