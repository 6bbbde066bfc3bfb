using Trawl.Model.Plugins;

namespace Trawl.Plugins.Authoring.Scaffolds;

/// <summary>A first extractor.</summary>
internal static class ExtractScaffold
{
    public static Scaffold Text { get; } = new(
        PluginKind.Extract,
        "Makes a record of each line of a price list.",
        "Extractor",
        """
        kinds:
          extract: { fields: { name: text, price: decimal } }
        settings:
          separator: { type: text, default: ";", doc: Stands between name and price. }
        """,
        """
        using System.Globalization;
        using System.Text.Json.Nodes;
        using Trawl.Sdk;
        using Trawl.Sdk.Pages;
        using Trawl.Sdk.Records;

        namespace $type$;

        /// <summary>$doc$</summary>
        internal sealed class $type$Extractor(PluginContext context) : IPageExtractor
        {
            private readonly string _separator = context.Settings.Text("separator")!;

            public ValueTask ExtractAsync(PluginPage page, RecordList records)
            {
                foreach (var line in page.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    var parts = line.Split(_separator);
                    var record = records.Add(new JsonObject { ["name"] = parts[0] });
                    if (parts.Length > 1 && decimal.TryParse(parts[1], CultureInfo.InvariantCulture, out var price)) record["price"] = price;
                    else record.AddProblem("price", "number", $"\"{line}\" has no price.");
                }

                return default;
            }
        }
        """,
        """
        {
          "do": "extract",
          "body": "apple;1.5\npear;2.25\n",
          "expect": { "records": [{ "name": "apple", "price": 1.5 }, { "name": "pear", "price": 2.25 }] }
        }
        """,
        "pages: { RULE: { extract: { TYPE: { plugin: $plain$ } } } }");
}
