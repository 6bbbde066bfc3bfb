using Trawl.Model.Plugins;

namespace Trawl.Plugins.Authoring.Scaffolds;

/// <summary>A first source.</summary>
internal static class SourceScaffold
{
    public static Scaffold Text { get; } = new(
        PluginKind.Source,
        "Gives the numbered pages of a site, a hundred at a time.",
        "Source",
        """
        kinds:
          source: {}
        settings:
          site: { type: url, required: true, doc: What stands before the number. }
          pages: { type: integer, default: 10, min: 1, doc: How many there are. }
        """,
        """
        using System.Globalization;
        using Trawl.Sdk;
        using Trawl.Sdk.Sources;

        namespace $type$;

        /// <summary>$doc$</summary>
        internal sealed class $type$Source(PluginContext context) : IRequestSource
        {
            private const int ChunkSize = 100;

            private readonly string _site = context.Settings.Text("site")!;
            private readonly int _pages = (int)context.Settings.Integer("pages")!.Value;

            /// <summary>The cursor is the last page that was given.</summary>
            public ValueTask<SourceChunk?> ReadAsync(string? cursor)
            {
                var given = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
                if (given >= _pages) return new((SourceChunk?)null);
                var requests = Enumerable.Range(given + 1, Math.Min(ChunkSize, _pages - given))
                    .Select(page => new SourceRequest(string.Create(CultureInfo.InvariantCulture, $"{_site}{page}"))).ToArray();
                return new(new SourceChunk(requests, (given + requests.Length).ToString(CultureInfo.InvariantCulture)));
            }
        }
        """,
        """
        {
          "do": "source",
          "settings": { "site": "https://shop.example/page/", "pages": 2 },
          "expect": { "requests": [{ "url": "https://shop.example/page/1" }, { "url": "https://shop.example/page/2" }] }
        }
        """,
        "start: [{ plugin: $plain$ }]");
}
