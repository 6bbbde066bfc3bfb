namespace Trawl.Pipelines.Language;

/// <summary>Keys of a page rule.</summary>
internal static class PageLanguage
{
    public static readonly MapShape Page = new("page", () => PageKeys)
    {
        Doc = "What to do with pages of one kind. All conditions must hold; without any, the rule matches every page.",
        Example = """
            pages:
              product:
                url: /product/**
                contentType: text/html
                has: .price
                extract:
                  product:
                    fields: { title: h1 }
            """,
    };

    public static readonly MapShape Follow = new("follow", () => FollowKeys)
    {
        Doc = "Follows links. A text alone is a CSS selector of elements with an `href`.",
        OneOf = SelectorLanguages.Names,
        NeedsOne = true,
        Example = """
            follow:
              - .product_pod h3 a
              - { css: .next a, pagination: true }
              - { json: $.next, template: "https://api.example/list?cursor={value}" }
            """,
    };

    public static readonly MapShape Extract = new("extract", () => ExtractKeys)
    {
        Doc = "Extracts records of one type, by selectors or by a plugin.",
        OneOf = ["fields", "plugin"],
        NeedsOne = true,
        Example = """
            extract:
              offer:
                each: .row
                fields:
                  title: h3
                  link: a::attr(href)
            """,
    };

    private static readonly UnionShape _follow = new()
    {
        Scalar = Kinds.CssTake,
        List = new ListShape(new UnionShape { Scalar = Kinds.CssTake, Map = Follow }),
        Map = Follow,
    };

    private static IReadOnlyList<Key> PageKeys =>
    [
        new("url", UnionShape.OneOrMany(Kinds.Pattern), "URL patterns, one of which must match.") { Default =
            "every URL" },
        new("contentType", UnionShape.OneOrMany(Kinds.ContentType),
            "Content types, one of which must match.") { Default = "every type" },
        new("has", SelectorLanguages.CssOrSelector, "A selector that must find something."),
        new("render", BrowserLanguage.Render, "Whether pages are opened in a browser before they are read.") { Default = "never" },
        new("browser", BrowserLanguage.Browser, "How they are.") { OnlyWith = ["render"] },
        new("follow", _follow, "Links to follow."),
        new("extract", new TableShape(Kinds.RecordName, Extract), "Records to extract, by record type."),
    ];

    private static IReadOnlyList<Key> FollowKeys =>
    [
        .. SelectorLanguages.Keys(Kinds.CssTake),
        new("attribute", Kinds.Attribute, "The attribute that holds the URL.") { Default = "href", OnlyWith =
            ["css", "xpath"] },
        new("include", UnionShape.OneOrMany(Kinds.Pattern), "Only links that match one of these are followed."),
        new("exclude", UnionShape.OneOrMany(Kinds.Pattern), "Links that match one of these are not followed."),
        new("template", Kinds.Template, "A URL made of the found value, instead of the value itself."),
        new("pagination", Scalars.Boolean,
            "Whether the link leads to a sibling page, and so does not count as a step of depth.") { Default =
            "false" },
    ];

    private static IReadOnlyList<Key> ExtractKeys =>
    [
        new("each", SelectorLanguages.CssOrSelector,
            "Finds one element (or JSON value) for each record; the fields are looked for in it.")
        { Default = "one record of the page" },
        new("fields", FieldLanguage.Fields, "The fields of the record, in the order of its columns."),
        new("plugin", PluginLanguage.Name, "A plugin that makes the records; its manifest says which fields they have."),
    ];
}
