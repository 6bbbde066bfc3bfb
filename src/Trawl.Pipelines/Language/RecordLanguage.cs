namespace Trawl.Pipelines.Language;

/// <summary>Keys of <c>records</c> and <c>outputs</c>.</summary>
internal static class RecordLanguage
{
    public static readonly MapShape Record = new("record", () => RecordKeys)
    {
        Doc = "Key, policy and columns of one record type.",
        Example = """
            records:
              product: { key: [sku], onInvalid: quarantine, columns: [title, price] }
            """,
    };

    public static readonly MapShape Output = new("output", () => OutputKeys)
    {
        Doc = "A file, or one file a record type; a format alone writes into the run's datasets folder. Or a plugin that takes the records.",
        OneOf = ["jsonl", "json", "csv", "sqlite", "plugin"],
        NeedsOne = true,
        Example = """
            outputs:
              - jsonl: out/{record}.jsonl
              - csv
              - sqlite: { path: out/books.db, records: [product] }
              - { plugin: warehouse, records: [product], batch: 1000 }
            """,
    };

    public static readonly MapShape OutputFile = new("outputFile", () => FileKeys)
    {
        Doc = "Where an output goes and what it holds.",
        Example = "outputs: [ { csv: { path: out/products.csv, records: [product] } } ]",
    };

    private static readonly ScalarShape _format = Scalars.Choice("format",
        ("jsonl", "One JSON object a line."),
        ("json", "One JSON array."),
        ("csv", "RFC 4180, with a header line."),
        ("sqlite", "A SQLite database with one table a record type."));

    public static readonly UnionShape Outputs = new()
    {
        Scalar = _format,
        List = new ListShape(new UnionShape { Scalar = _format, Map = Output }),
        Map = Output,
    };

    private static readonly UnionShape _target = new() { Scalar = Kinds.OutputPath, Map = OutputFile };

    private static IReadOnlyList<Key> RecordKeys =>
    [
        new("key", UnionShape.OneOrMany(Kinds.FieldName),
            "Fields whose values identify a record; records with equal keys are one.") { Default = "none are equal" },
        new("onInvalid", Scalars.Choice("policy",
            ("quarantine", "The record is kept aside with its problems, and not published."),
            ("drop", "It is counted and forgotten."),
            ("fail", "The run stops and ends as failed.")), "What becomes of a record that breaks a rule.") { Default =
                "quarantine" },
        new("steps", PluginLanguage.Steps, "What plugins, tools and models do with each valid record, in this order."),
        new("columns", UnionShape.OneOrMany(Kinds.FieldName),
            "Fields that come first in outputs, in this order; the others follow in the order written."),
    ];

    private static IReadOnlyList<Key> OutputKeys =>
    [
        .. _format.Choices.Select(c => new Key(c.Value, _target, c.Doc)),
        new("plugin", PluginLanguage.Name, "A plugin that takes the records when the run ends."),
        new("records", UnionShape.OneOrMany(Kinds.RecordName), "Record types that the plugin takes.") { Default = "all", OnlyWith =
            ["plugin"] },
        new("batch", Scalars.Integer(1, 10_000), "Records in one batch at most.") { Default = "500", OnlyWith = ["plugin"] },
    ];

    private static IReadOnlyList<Key> FileKeys =>
    [
        new("path", Kinds.OutputPath, "The file.") { Default = "the run's datasets folder" },
        new("records", UnionShape.OneOrMany(Kinds.RecordName), "Record types to write.") { Default = "all" },
    ];
}
