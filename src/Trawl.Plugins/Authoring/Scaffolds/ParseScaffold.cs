using Trawl.Model.Plugins;

namespace Trawl.Plugins.Authoring.Scaffolds;

/// <summary>A first parser.</summary>
internal static class ParseScaffold
{
    public static Scaffold Text { get; } = new(
        PluginKind.Parse,
        "Makes HTML of a text, a paragraph of each line, so that rules can select in it.",
        "Parser",
        """
        kinds:
          parse: {}
        settings:
          tag: { type: text, default: p, pattern: "^[a-z][a-z0-9]*$", doc: The element that a line becomes. }
        """,
        """
        using System.Net;
        using Trawl.Sdk;
        using Trawl.Sdk.Pages;

        namespace $type$;

        /// <summary>$doc$</summary>
        internal sealed class $type$Parser(PluginContext context) : IPageParser
        {
            private readonly string _tag = context.Settings.Text("tag")!;

            public ValueTask<ParsedDocument?> ParseAsync(PluginPage page)
            {
                var lines = page.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return new(ParsedDocument.Html(string.Concat(lines.Select(line => $"<{_tag}>{WebUtility.HtmlEncode(line)}</{_tag}>"))));
            }
        }
        """,
        """
        {
          "do": "parse",
          "body": "one\ntwo & three\n",
          "expect": { "contentType": "text/html; charset=utf-8", "body": "<p>one</p><p>two &amp; three</p>" }
        }
        """,
        "parse: [{ plugin: $plain$, contentType: text/plain }]");
}
