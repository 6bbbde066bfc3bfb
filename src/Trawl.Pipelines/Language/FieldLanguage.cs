using Trawl.Model.Plans;

namespace Trawl.Pipelines.Language;

/// <summary>Keys of a field.</summary>
internal static class FieldLanguage
{
    /// <summary>Keys of which one says where the value comes from; with none it is the record's own element.</summary>
    public static readonly IReadOnlyList<string> Sources =
        [.. SelectorLanguages.Names, "any", "from", "value", "count"];

    public static readonly IReadOnlyDictionary<string, FieldType> Types =
        new Dictionary<string, FieldType>(StringComparer.Ordinal)
    {
        ["text"] = FieldType.Text,
        ["integer"] = FieldType.Integer,
        ["decimal"] = FieldType.Decimal,
        ["boolean"] = FieldType.Boolean,
        ["date"] = FieldType.Date,
        ["datetime"] = FieldType.DateTime,
        ["url"] = FieldType.Url,
        ["object"] = FieldType.Object,
        ["json"] = FieldType.Json,
    };

    public static readonly MapShape Field = new("field", () => Keys)
    {
        Doc = "One field of a record. A text alone is a CSS selector whose text is taken; "
            + "a list alone is alternatives, the first that finds something counts.",
        OneOf = Sources,
        Example = """
            fields:
              title: h1
              image: "img.main::attr(src)"
              price: { css: .price, type: decimal, locale: en-GB, required: true, min: 0 }
              tags: { css: .tag, many: true, limit: 20 }
              link: { from: url }
              source: { value: shop }
              codeBlocks: { count: "pre, code" }
              sku: [ { css: .sku }, { jsonLd: "$[0].sku" } ]
              offer: { css: .offer, fields: { seller: .seller, price: { css: .p, type: decimal } } }
              date: { css: time, take: "@datetime", type: date, formats: ["d MMM yyyy"] }
            """,
    };

    private static readonly UnionShape _field =
        new() { Scalar = Kinds.CssTake, List = SelectorLanguages.Alternatives, Map = Field };

    public static readonly TableShape Fields = new(Kinds.FieldName, _field);

    private static readonly ScalarShape _from = Scalars.Choice("source",
        ("url", "The URL the page was fetched from."),
        ("fetchedAt", "When the page was fetched, RFC 3339 in UTC."),
        ("status", "The HTTP status."));

    public static readonly ScalarShape Type = Scalars.Choice("type",
        ("text", "Text."),
        ("integer", "A 64-bit whole number."),
        ("decimal", "A decimal number of up to 28 digits, kept exactly."),
        ("boolean", "true or false."),
        ("date", "A calendar date, written yyyy-MM-dd."),
        ("datetime", "An instant, written as RFC 3339 in UTC."),
        ("url", "An absolute URL, resolved against the page."),
        ("object", "An object with fields of its own."),
        ("json", "A JSON value as it was found."));

    private static IReadOnlyList<Key> Keys =>
    [
        .. SelectorLanguages.Keys(Kinds.CssTake),
        new("any", SelectorLanguages.Alternatives,
            "Several ways to find the value; the first that finds something counts."),
        new("from", _from, "A fact about the page instead of something on it."),
        new("value", Scalars.Text, "A constant."),
        new("count", SelectorLanguages.CssOrSelector, "How many elements or values a selector finds."),
        SelectorLanguages.Take,
        new("type", Type, "Type of the value, or of each value of a list.") { Default =
            "text, or what the source gives" },
        new("many", Scalars.Boolean, "Whether the field is a list of all that is found.") { Default = "false" },
        new("limit", Scalars.Integer(1, int.MaxValue), "A list is cut to this many values.") { Default =
            "no limit", OnlyWith = ["many"] },
        new("locale", Kinds.Locale, "Whose number and date formats the text uses.") { Default = "invariant" },
        new("formats", UnionShape.OneOrMany(Kinds.Format), "Date formats, tried in order.") { Default =
            "ISO 8601 and the locale's usual ones" },
        new("zone", Kinds.Zone, "Time zone of a date that is written without an offset.") { Default = "UTC" },
        new("transforms", TransformLanguage.Transforms, "Changes to the text, in order, before it becomes the type."),
        new("required", Scalars.Boolean, "Whether a value must be there (and a list must not be empty).") { Default =
            "false" },
        new("min", Scalars.Text, "Smallest number, or earliest date."),
        new("max", Scalars.Text, "Largest number, or latest date."),
        new("minLength", Scalars.Integer(0, int.MaxValue), "Fewest characters, or fewest values of a list."),
        new("maxLength", Scalars.Integer(0, int.MaxValue), "Most characters, or most values of a list."),
        new("pattern", Kinds.Regex,
            "A regular expression the text must match somewhere; anchor it to match the whole."),
        new("oneOf", UnionShape.OneOrMany(Scalars.Text), "The values allowed."),
        new("unique", Scalars.Boolean, "Whether no two records of the dataset may have the same value.") { Default =
            "false" },
        new("default", Scalars.Text, "The value where nothing is found.") { Default = "null" },
        new("fields", Fields, "Fields of an object; they are looked for in the found element."),
    ];
}
