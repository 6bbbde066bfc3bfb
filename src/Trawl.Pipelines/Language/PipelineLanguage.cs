namespace Trawl.Pipelines.Language;

/// <summary>
/// The whole language, as data. The checks, the JSON Schema and the reference page all come from here.
/// </summary>
internal static class PipelineLanguage
{
    public static readonly MapShape Root = new("pipeline", () => Keys)
    {
        Doc = "A pipeline says where to begin, which pages belong to it, what to do with each kind of page, "
            + "and where the records go.",
        Example = """
            name: books
            start: https://books.example/
            pages:
              listing:
                url: /catalogue/**
                follow: .product_pod h3 a
              product:
                url: /product/**
                extract:
                  product:
                    fields:
                      title: h1
                      price: { css: .price, type: decimal }
            """,
    };

    private static IReadOnlyList<Key> Keys =>
    [
        new("name", Kinds.PipelineName, "Name of the pipeline.") { Default = "the file's name", Example = "books" },
        new("start", StartLanguage.Start, "Where the run begins.") { Required = true, Example =
            "https://books.example/" },
        new("scope", ScopeLanguage.Scope, "Which URLs belong to the run."),
        new("fetch", FetchLanguage.Fetch, "How pages are fetched."),
        new("login", LoginLanguage.Login, "A form that lets the run in."),
        new("proxies", ProxyLanguage.Proxies, "Proxies that all requests go through. A host keeps to one of them while that does well.")
        { Default = "none", Example = "http://gate.example:3128" },
        new("egress", EgressLanguage.Egress, "What may be connected to, beyond the public internet.") { Default =
            "public addresses, and what `start` names by address" },
        new("incremental", Scalars.Boolean,
            "Whether pages are asked for only where they changed since the last completed run of the pipeline; needs `capture: full`.")
        { Default = "false" },
        new("capture", CaptureLanguage.Mode, "Which exchanges are recorded, as a web archive in the run's folder.") { Default = "full" },
        new("redact", CaptureLanguage.Redact, "What is not written down."),
        new("urls", FetchLanguage.Urls, "How URLs are made comparable: two URLs that become equal are one page."),
        new("plugins", PluginLanguage.Plugins, "Plugins that the pipeline uses, by names of its own."),
        new("tools", ToolLanguage.Servers, "Servers of the Model Context Protocol whose tools steps call, by names of the pipeline's own."),
        new("models", ModelLanguage.Models, "Language models that steps ask, by names of the pipeline's own."),
        new("parse", PluginLanguage.Parsers, "What plugins make of pages before the rules see them."),
        new("pages", new TableShape(Kinds.RuleName, PageLanguage.Page),
            "What to do with each kind of page. Every rule that matches a page applies to it, in the order written."),
        new("records", new TableShape(Kinds.RecordName, RecordLanguage.Record),
            "Keys, policies and columns of record types. A type needs no entry here."),
        new("outputs", RecordLanguage.Outputs, "Files written when the run ends.") { Default =
            "`jsonl` in the run's datasets folder" },
        new("drift", DriftLanguage.Drift, "Whether and how a run is compared with earlier ones.") { Default = "on" },
    ];
}
