using Trawl.Pipelines.Plugins;

namespace Trawl.Pipelines.Language;

/// <summary>Keys of <c>models</c>, and of a step that asks one.</summary>
internal static class ModelLanguage
{
    public static readonly ScalarShape Name = Scalars.Name("modelName", "model",
        "^[a-z][a-zA-Z0-9_-]{0,39}$", "a lower-case letter, then up to 39 letters, digits, \"_\" and \"-\"");

    public static readonly MapShape Reply = new("scriptedReply", () => ReplyKeys)
    {
        Doc = "One answer of a script. A text alone is what it says.",
        OneOf = ["answer", "call"],
        NeedsOne = true,
        Example = """
            script:
              - { call: rates/convert, arguments: { amount: 3, to: USD } }
              - { answer: { summary: a notebook } }
            """,
    };

    public static readonly MapShape Model = new("model", () => ModelKeys)
    {
        Doc = "A language model that steps ask: at an OpenAI-compatible endpoint, this machine's own included, or a script that answers offline.",
        Example = """
            models:
              writer:
                url: http://127.0.0.1:11434/v1
                model: qwen3:8b
                key: LLM_KEY
                budget: { tokens: 200000 }
              rehearsal:
                script: [{ answer: { summary: a notebook } }]
            """,
    };

    public static readonly TableShape Models = new(Name, Model);

    /// <summary>Keys that a step has beside <c>ask</c>.</summary>
    public static IReadOnlyList<Key> AskKeys =>
    [
        new("prompt", Scalars.Text, "What the model is to do. The record's fields come to it apart, marked as data from web pages.") { OnlyWith = ["ask"] },
        new("give", UnionShape.OneOrMany(Kinds.FieldName), "Fields of the record that the model is given.") { Default = "all", OnlyWith = ["ask"] },
        new("tools", UnionShape.OneOrMany(ToolLanguage.Offer), "Tools that the model may call, within what `tools` allows.") { Default =
            "none", OnlyWith = ["ask"] },
        new("turns", Scalars.Integer(1, 100), "Exchanges with the model for one record at most.") { Default = "8", OnlyWith = ["ask"] },
        new("timeout", Scalars.Time(TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1)),
            "Time for one record, tools included.") { Default = "2 m", OnlyWith = ["ask"] },
        new("tokens", Scalars.Integer(1, 100_000_000), "Tokens that the model may read and write for one record.") { Default =
            "50000", OnlyWith = ["ask"] },
    ];

    private static IReadOnlyList<Key> ModelKeys =>
    [
        new("url", Kinds.Url, "Base of an OpenAI-compatible endpoint, below which `chat/completions` is. "
            + "Naming a host and port here allows it, for this model alone.") { Default = "none: the script answers" },
        new("model", Scalars.Text, "The model's name at the endpoint.") { OnlyWith = ["url"] },
        new("key", PluginKinds.Secret, "The environment variable that holds the endpoint's key; it is never stored with the run.") { OnlyWith = ["url"] },
        new("script", new UnionShape { Scalar = Scalars.Text, List = new ListShape(new UnionShape { Scalar = Scalars.Text, Map = Reply }), Map = Reply },
            "Answers where there is no `url`, one a turn; the last one stays.") { Default = "null for every field" },
        new("timeout", Scalars.Time(TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1)),
            "Time one exchange may take, waiting for a busy endpoint included.") { Default = "1 m" },
        new("maxAnswer", Scalars.Size(1), "Size of one answer at most.") { Default = "1 MiB" },
        new("budget", ToolLanguage.Budget, "What the run may ask of it.") { Default = "10,000 calls, 1 h, 256 MiB, 5,000,000 tokens" },
    ];

    private static IReadOnlyList<Key> ReplyKeys =>
    [
        new("answer", new OpenShape("map of fields"), "It answers with these fields."),
        new("call", ToolLanguage.Call, "It wishes to call a tool."),
        new("arguments", new OpenShape("map of the tool's arguments"), "With these arguments.") { OnlyWith = ["call"] },
    ];
}
