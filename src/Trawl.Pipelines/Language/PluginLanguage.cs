using Trawl.Pipelines.Plugins;

namespace Trawl.Pipelines.Language;

/// <summary>Keys of <c>plugins</c>, and of the places where plugins work.</summary>
internal static class PluginLanguage
{
    public static readonly ScalarShape Name = Scalars.Name("pluginName", "plugin",
        "^[a-z][a-zA-Z0-9_-]{0,39}$", "a lower-case letter, then up to 39 letters, digits, \"_\" and \"-\"");

    public static readonly MapShape Plugin = new("plugin", () => PluginKeys)
    {
        Doc = "A plugin that the pipeline uses, under a name of the pipeline's own. A text alone is its id or folder.",
        Example = """
            plugins:
              tidy: ./plugins/tidy
              warehouse:
                use: trawl.sink.postgres
                settings: { server: "db.example:5432", database: shop, table: products }
                grant: { hosts: ["db.example:5432"], secrets: [DB_PASSWORD], memory: 512 MiB }
                timeout: 10 s
            """,
    };

    public static readonly MapShape Grant = new("grant", () => GrantKeys)
    {
        Doc = "What the plugin may use beyond its own folder and a temporary one. What is not granted is refused.",
        Example = """
            grant:
              hosts: ["api.example", "db.example:5432"]
              files: ["read data/rates.csv", "write out"]
              secrets: [API_KEY]
              processes: true
              memory: 1 GiB
            """,
    };

    public static readonly MapShape Step = new("recordStep", () => StepKeys)
    {
        Doc = "What a plugin, a tool or a model does with each valid record of the type. A plugin's name alone means the one kind it offers.",
        OneOf = ["transform", "enrich", "validate", "call", "ask"],
        NeedsOne = true,
        Example = """
            records:
              product:
                steps:
                  - tidy
                  - { enrich: rates }
                  - call: rates/convert
                    arguments: { amount: "{price}", to: USD }
                    fields: { priceUsd: { path: $.amount, type: decimal } }
                  - ask: writer
                    prompt: Say in one sentence what this is.
                    fields: { summary: text }
            """,
    };

    public static readonly MapShape Parse = new("parse", () => ParseKeys)
    {
        Doc = "Hands pages of one kind to a plugin that makes HTML, JSON or text of them, before any rule sees them. "
            + "The first entry that matches counts.",
        Example = """
            parse:
              - { plugin: pdf, contentType: application/pdf }
            """,
    };

    public static readonly TableShape Plugins =
        new(Name, new UnionShape { Scalar = PluginKinds.Use, Map = Plugin });

    public static readonly UnionShape Steps = new()
    {
        Scalar = Name,
        List = new ListShape(new UnionShape { Scalar = Name, Map = Step }),
        Map = Step,
    };

    public static readonly UnionShape Parsers = new() { List = new ListShape(Parse), Map = Parse };

    private static IReadOnlyList<Key> PluginKeys =>
    [
        new("use", PluginKinds.Use, "Its id, looked for in the folder `plugins` beside the pipeline's file and in the home's; "
            + "or its folder, when it begins with `./`, `../` or `/`.") { Required = true },
        new("settings", new OpenShape("map of the plugin's settings"), "Its settings; `trawl plugin list` shows them."),
        new("grant", Grant, "What it may use.") { Default = "nothing" },
        new("timeout", Scalars.Time(TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1)),
            "Time one call may take; then its worker is ended.") { Default = "30 s" },
        new("workers", Scalars.Integer(1, 64), "Worker processes at most.") { Default =
            "as many as processors and memory allow" },
    ];

    private static IReadOnlyList<Key> GrantKeys =>
    [
        new("hosts", UnionShape.OneOrMany(PluginKinds.Host), "Hosts it may talk to."),
        new("files", UnionShape.OneOrMany(PluginKinds.File), "Files and folders it may read, or read and write."),
        new("secrets", UnionShape.OneOrMany(PluginKinds.Secret), "Environment variables whose values it gets."),
        new("processes", Scalars.Boolean, "Whether it may start processes.") { Default = "false" },
        new("memory", Scalars.Size(16 << 20), "Memory of each worker.") { Default = "256 MiB" },
    ];

    private static IReadOnlyList<Key> StepKeys =>
    [
        new("transform", Name, "Changes the record, or drops it."),
        new("enrich", Name, "Adds fields."),
        new("validate", Name, "Finds what is wrong with it."),
        new("call", ToolLanguage.Call, "Calls a tool of a server, which adds fields."),
        .. ToolLanguage.CallKeys,
        new("ask", ModelLanguage.Name, "Asks a model, which adds fields."),
        .. ModelLanguage.AskKeys,
        new("fields", ToolLanguage.Fields, "The fields that the tool or the model fills in.") { OnlyWith = ["call", "ask"] },
    ];

    private static IReadOnlyList<Key> ParseKeys =>
    [
        new("plugin", Name, "The plugin.") { Required = true },
        new("url", UnionShape.OneOrMany(Kinds.Pattern), "URL patterns, one of which must match.") { Default = "every URL" },
        new("contentType", UnionShape.OneOrMany(Kinds.ContentType), "Content types, one of which must match.") { Default =
            "every type" },
    ];
}
