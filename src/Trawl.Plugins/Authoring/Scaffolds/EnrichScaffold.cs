using Trawl.Model.Plugins;

namespace Trawl.Plugins.Authoring.Scaffolds;

/// <summary>A first enricher.</summary>
internal static class EnrichScaffold
{
    public static Scaffold Text { get; } = new(
        PluginKind.Enrich,
        "Adds the price in another currency.",
        "Enricher",
        """
        kinds:
          enrich: { fields: { priceThere: decimal } }
        settings:
          rate: { type: decimal, required: true, min: 0, doc: What one of ours is worth there. }
        """,
        """
        using Trawl.Sdk;
        using Trawl.Sdk.Records;

        namespace $type$;

        /// <summary>$doc$</summary>
        internal sealed class $type$Enricher(PluginContext context) : IRecordEnricher
        {
            private readonly decimal _rate = context.Settings.Decimal("rate")!.Value;

            public ValueTask EnrichAsync(PluginRecord record)
            {
                if (record.Number("price") is { } price) record["priceThere"] = decimal.Round(price * _rate, 2);
                return default;
            }
        }
        """,
        """
        {
          "do": "enrich",
          "settings": { "rate": 1.5 },
          "record": { "price": 12.5 },
          "expect": { "record": { "priceThere": 18.75 } }
        }
        """,
        "records: { TYPE: { steps: [{ enrich: $plain$ }] } }");
}
