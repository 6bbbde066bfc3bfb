using Trawl.Pipelines.Plugins;

namespace Trawl.Pipelines.Language;

/// <summary>Keys of <c>tools</c>, and of a step that calls one.</summary>
internal static class ToolLanguage
{
    public static readonly ScalarShape Name = Scalars.Name("toolServerName", "tool server",
        "^[a-z][a-zA-Z0-9_-]{0,39}$", "a lower-case letter, then up to 39 letters, digits, \"_\" and \"-\"");

    /// <summary>Tools have the names that MCP allows (SEP-986).</summary>
    public static readonly ScalarShape Tool = Scalars.Name("toolName", "tool",
        "^[A-Za-z0-9_./-]{1,128}$", "1 to 128 letters, digits, \"_\", \"-\", \".\" and \"/\", as the server names it");

    public static readonly ScalarShape Call = Scalars.Name("toolCall", "tool of a server",
        "^[a-z][a-zA-Z0-9_-]{0,39}/[A-Za-z0-9_./-]{1,128}$", "server and tool with a slash between, as in rates/convert");

    /// <summary>A server, or one tool of it.</summary>
    public static readonly ScalarShape Offer = Scalars.Name("toolOffer", "tool server or tool",
        "^[a-z][a-zA-Z0-9_-]{0,39}(/[A-Za-z0-9_./-]{1,128})?$", "a tool server, as in rates, or one of its tools, as in rates/convert");

    public static readonly ScalarShape Url = Scalars.Checked("toolUrl", "URL", WebChecks.ToolUrl,
        "An absolute http or https URL for Streamable HTTP, ws or wss for WebSocket.");

    public static readonly MapShape Budget = new("answerBudget", () => BudgetKeys)
    {
        Doc = "What a run may ask of a tool server or a model, all its resumptions together. What is recorded costs nothing.",
        Example = "budget: { calls: 500, time: 10 m, bytes: 20 MB }",
    };

    public static readonly MapShape Server = new("toolServer", () => ServerKeys)
    {
        Doc = "A server of the Model Context Protocol whose tools steps call: a program, or a server at a URL.",
        OneOf = ["command", "url"],
        NeedsOne = true,
        Example = """
            tools:
              rates:
                command: [node, rates.mjs]
                secrets: [RATES_KEY]
                allow: [convert]
              geo:
                url: https://geo.example/mcp
                headers: { Authorization: "Bearer ${env:GEO_TOKEN}" }
                allow: [lookup]
                budget: { calls: 500 }
            """,
    };

    public static readonly MapShape Field = new("stepField", () => FieldKeys)
    {
        Doc = "A field that a tool or a model fills in. A text alone is its type.",
        Example = """
            fields:
              priceUsd: { path: $.amount, type: decimal }
              topics: { many: true, doc: one to three words each }
              summary: text
            """,
    };

    public static readonly TableShape Servers = new(Name, Server);

    public static readonly TableShape Fields = new(Kinds.FieldName, new UnionShape { Scalar = FieldLanguage.Type, Map = Field });

    /// <summary>Keys that a step has beside <c>call</c>.</summary>
    public static IReadOnlyList<Key> CallKeys =>
    [
        new("arguments", new OpenShape("map of the tool's arguments"),
            "The tool's arguments. `\"{field}\"` alone is the field's value; in a longer text it is filled in; `{{` is a brace.")
        { Default = "none", OnlyWith = ["call"] },
    ];

    private static IReadOnlyList<Key> ServerKeys =>
    [
        new("command", UnionShape.OneOrMany(Scalars.Text),
            "The program to start, and its arguments; it is spoken with over its standard input and output. A path is relative to the pipeline's file."),
        new("url", Url, "Where the server is. Naming a host and port here allows it, for this server alone."),
        new("headers", StartLanguage.Headers, "Headers sent with every request.") { OnlyWith = ["url"] },
        new("secrets", UnionShape.OneOrMany(PluginKinds.Secret), "Environment variables whose values the program gets; it gets no others.") { OnlyWith =
            ["command"] },
        new("allow", UnionShape.OneOrMany(Tool), "The tools that may be called; no other is.") { Required = true },
        new("timeout", Scalars.Time(TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1)),
            "Time one call may take; then it is given up, and the page fails. To start and greet, a server has 30 s at least.") { Default = "30 s" },
        new("maxAnswer", Scalars.Size(1), "Size of one answer at most.") { Default = "1 MiB" },
        new("budget", Budget, "What the run may ask of it.") { Default = "10,000 calls, 1 h, 256 MiB" },
    ];

    private static IReadOnlyList<Key> BudgetKeys =>
    [
        new("calls", Scalars.Integer(0, 100_000_000), "Questions that may be asked.") { Default = "10000" },
        new("time", Scalars.Time(TimeSpan.Zero, TimeSpan.FromDays(365)), "Time that may be spent waiting for answers, added up.") { Default = "1 h" },
        new("bytes", Scalars.Size(0), "Size of all answers together.") { Default = "256 MiB" },
        new("tokens", Scalars.Integer(0), "Tokens that a model may read and write; for models only.") { Default = "5000000" },
    ];

    private static IReadOnlyList<Key> FieldKeys =>
    [
        new("type", FieldLanguage.Type, "Type of the value, or of each value of a list.") { Default = "text" },
        new("many", Scalars.Boolean, "Whether the field is a list.") { Default = "false" },
        new("path", Kinds.JsonPath, "Where it stands in a tool's answer: in its structured content, or in its text when that is JSON.") { Default =
            "the member of the same name" },
        new("doc", Scalars.Text, "What it is, for the model."),
    ];
}
