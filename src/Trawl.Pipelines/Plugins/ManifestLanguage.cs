using Trawl.Model.Plugins;
using Trawl.Pipelines.Language;

namespace Trawl.Pipelines.Plugins;

/// <summary>The keys of a plugin's manifest.</summary>
internal static class ManifestLanguage
{
    public static readonly IReadOnlyDictionary<string, PluginKind> KindsByName = new Dictionary<string, PluginKind>(StringComparer.Ordinal)
    {
        ["transform"] = PluginKind.Transform,
        ["enrich"] = PluginKind.Enrich,
        ["validate"] = PluginKind.Validate,
        ["extract"] = PluginKind.Extract,
        ["parse"] = PluginKind.Parse,
        ["source"] = PluginKind.Source,
        ["sink"] = PluginKind.Sink,
    };

    public static readonly IReadOnlyDictionary<string, PluginSettingType> SettingTypes =
        new Dictionary<string, PluginSettingType>(StringComparer.Ordinal)
    {
        ["text"] = PluginSettingType.Text,
        ["integer"] = PluginSettingType.Integer,
        ["decimal"] = PluginSettingType.Decimal,
        ["boolean"] = PluginSettingType.Boolean,
        ["duration"] = PluginSettingType.Duration,
        ["size"] = PluginSettingType.Size,
        ["url"] = PluginSettingType.Url,
        ["path"] = PluginSettingType.Path,
        ["secret"] = PluginSettingType.Secret,
    };

    public static readonly MapShape Root = new("manifest", () => Keys)
    {
        Doc = "What a plugin says of itself, in the file `plugin.yaml` of its folder.",
        Example = """
            id: example.tidy
            version: 1.0.0
            contract: 1
            doc: Makes prices comparable.
            run: [dotnet, bin/Example.Tidy.dll]
            kinds:
              transform: { fields: { priceInEuro: decimal } }
            settings:
              rate: { type: decimal, required: true, min: 0, doc: Euros for one pound. }
            needs: { memory: 128 MiB }
            """,
    };

    private static readonly ScalarShape _kind = Scalars.Choice("kind",
        ("transform", "Changes a record, or drops it."),
        ("enrich", "Adds fields to a record."),
        ("validate", "Finds what is wrong with a record."),
        ("extract", "Makes records of a page."),
        ("parse", "Makes another document of a page."),
        ("source", "Gives requests to begin with."),
        ("sink", "Takes the records when the run ends."));

    private static readonly ScalarShape _settingType = Scalars.Choice("setting type",
        ("text", "Text."),
        ("integer", "A 64-bit whole number."),
        ("decimal", "A decimal number."),
        ("boolean", "true or false."),
        ("duration", "A time with a unit; the worker gets milliseconds."),
        ("size", "A size with a unit; the worker gets bytes."),
        ("url", "An absolute http or https URL."),
        ("path", "A file or folder, relative to the pipeline's file; the worker gets the absolute path."),
        ("secret", "Name of an environment variable; the worker gets its value."));

    private static readonly MapShape _offer = new("offer", () => OfferKeys)
    {
        Doc = "Particulars of one kind of work.",
        Example = "kinds: { enrich: { fields: { rating: decimal, tags: { type: text, many: true } } } }",
    };

    private static readonly MapShape _field = new("offeredField", () => FieldKeys)
    {
        Doc = "A field that the plugin writes. A text alone is its type.",
        Example = "fields: { tags: { type: text, many: true } }",
    };

    private static readonly MapShape _kinds = new("kinds", () => KindKeys)
    {
        Doc = "What the plugin can be asked to do.",
        Example = "kinds: { transform: { fields: { slug: text } }, validate: {} }",
    };

    private static readonly MapShape _setting = new("setting", () => SettingKeys)
    {
        Doc = "A setting: what a pipeline may write.",
        Example = "settings: { currency: { type: text, oneOf: [EUR, USD], default: EUR, doc: Of all prices. } }",
    };

    private static readonly MapShape _needs = new("needs", () => NeedKeys)
    {
        Doc = "What the plugin needs beyond its own folder and a temporary one; the pipeline must grant it.",
        Example = "needs: { hosts: [$server], files: [\"read $rates\"], memory: 512 MiB }",
    };

    private static IReadOnlyList<Key> Keys =>
    [
        new("id", PluginKinds.Id, "The plugin's name among all plugins.") { Required = true, Example = "example.tidy" },
        new("version", PluginKinds.Version, "Its version.") { Required = true, Example = "1.0.0" },
        new("contract", Scalars.Integer(1, 1000), "The contract between engine and worker it was written for.") { Required = true },
        new("doc", Scalars.Text, "What it does, in a sentence."),
        new("run", new ListShape(Scalars.Text), "The program that is a worker, and its arguments; relative to the plugin's folder, or "
            + "found on the path of the engine.") { Required = true },
        new("kinds", new UnionShape { Scalar = _kind, List = new ListShape(_kind), Map = _kinds }, "What it can be asked to do.")
        { Required = true },
        new("settings", new TableShape(PluginKinds.SettingName, _setting), "Its settings."),
        new("needs", _needs, "What it needs.") { Default = "nothing" },
    ];

    private static IReadOnlyList<Key> KindKeys => [.. _kind.Choices.Select(c => new Key(c.Value, _offer, c.Doc))];

    private static IReadOnlyList<Key> OfferKeys =>
    [
        new("fields", new TableShape(Kinds.FieldName, new UnionShape { Scalar = FieldLanguage.Type, Map = _field }),
            "Fields that it adds to records, or that its records have: the columns of outputs."),
        new("delivery", Scalars.Choice("delivery",
            ("exactly-once", "It remembers the batches it has committed: a record is there once, whoever dies when."),
            ("at-least-once", "After a crash a batch may be there twice.")), "What a sink promises.")
        { Default = "at-least-once" },
    ];

    private static IReadOnlyList<Key> FieldKeys =>
    [
        new("type", FieldLanguage.Type, "Type of the value, or of each value of a list.") { Default = "text" },
        new("many", Scalars.Boolean, "Whether it is a list.") { Default = "false" },
    ];

    private static IReadOnlyList<Key> SettingKeys =>
    [
        new("type", _settingType, "Type of the value, or of each value of a list.") { Default = "text" },
        new("many", Scalars.Boolean, "Whether it is a list.") { Default = "false" },
        new("required", Scalars.Boolean, "Whether a pipeline must give it.") { Default = "false" },
        new("default", Scalars.Text, "The value where the pipeline gives none."),
        new("min", Scalars.Text, "Smallest number, time or size."),
        new("max", Scalars.Text, "Largest number, time or size."),
        new("pattern", Kinds.Regex, "A regular expression that a text must match somewhere."),
        new("oneOf", UnionShape.OneOrMany(Scalars.Text), "The values allowed."),
        new("doc", Scalars.Text, "What it does, in a sentence."),
    ];

    private static IReadOnlyList<Key> NeedKeys =>
    [
        new("hosts", UnionShape.OneOrMany(PluginKinds.OrSetting(PluginKinds.Host, "neededHost")), "Hosts it talks to."),
        new("files", UnionShape.OneOrMany(PluginKinds.File), "Files and folders outside its own; `read $name` means the path that the "
            + "setting of that name holds."),
        new("secrets", UnionShape.OneOrMany(PluginKinds.Secret), "Environment variables whose values it gets, beside those of its secret settings."),
        new("processes", Scalars.Boolean, "Whether it starts processes of its own.") { Default = "false" },
        new("memory", Scalars.Size(16 << 20), "Memory of one worker.") { Default = "256 MiB" },
    ];
}
