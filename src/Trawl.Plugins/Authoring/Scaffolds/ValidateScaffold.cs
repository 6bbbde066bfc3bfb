using Trawl.Model.Plugins;

namespace Trawl.Plugins.Authoring.Scaffolds;

/// <summary>A first validator.</summary>
internal static class ValidateScaffold
{
    public static Scaffold Text { get; } = new(
        PluginKind.Validate,
        "Finds titles that are all capitals.",
        "Validator",
        """
        kinds:
          validate: {}
        settings:
          shortest: { type: integer, default: 4, min: 1, doc: Letters of the shortest title that is looked at. }
        """,
        """
        using Trawl.Sdk;
        using Trawl.Sdk.Records;

        namespace $type$;

        /// <summary>$doc$</summary>
        internal sealed class $type$Validator(PluginContext context) : IRecordValidator
        {
            private readonly long _shortest = context.Settings.Integer("shortest")!.Value;

            public ValueTask ValidateAsync(PluginRecord record)
            {
                if (record.Text("title") is { } title && title.Length >= _shortest && title == title.ToUpperInvariant())
                    record.AddProblem("title", "shouting", $"\"{title}\" is all capitals.");
                return default;
            }
        }
        """,
        """
        {
          "do": "validate",
          "record": { "title": "BUY NOW" },
          "expect": { "problems": ["title: \"BUY NOW\" is all capitals."] }
        }
        """,
        "records: { TYPE: { steps: [{ validate: $plain$ }] } }");
}
