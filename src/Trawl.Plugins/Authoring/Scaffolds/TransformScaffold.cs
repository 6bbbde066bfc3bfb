using Trawl.Model.Plugins;

namespace Trawl.Plugins.Authoring.Scaffolds;

/// <summary>A first transform.</summary>
internal static class TransformScaffold
{
    public static Scaffold Text { get; } = new(
        PluginKind.Transform,
        "Writes the title in capitals, into a field of its own.",
        "Transform",
        """
        kinds:
          transform: { fields: { loudTitle: text } }
        settings:
          mark: { type: text, default: "!", doc: Put behind the title. }
        """,
        """
        using Trawl.Sdk;
        using Trawl.Sdk.Records;

        namespace $type$;

        /// <summary>$doc$</summary>
        internal sealed class $type$Transform(PluginContext context) : IRecordTransform
        {
            private readonly string _mark = context.Settings.Text("mark") ?? "";

            public ValueTask TransformAsync(PluginRecord record)
            {
                if (record.Text("title") is not { } title) record.Drop("It has no title.");
                else record["loudTitle"] = title.ToUpperInvariant() + _mark;
                return default;
            }
        }
        """,
        """
        {
          "do": "transform",
          "settings": { "mark": "!!" },
          "record": { "title": "A quiet book" },
          "expect": { "record": { "title": "A quiet book", "loudTitle": "A QUIET BOOK!!" } }
        }
        """,
        "records: { TYPE: { steps: [{ transform: $plain$ }] } }");
}
