using Trawl.Model.Plugins;

namespace Trawl.Plugins.Authoring.Scaffolds;

/// <summary>A first sink.</summary>
internal static class SinkScaffold
{
    public static Scaffold Text { get; } = new(
        PluginKind.Sink,
        "Writes each batch of records to a file of its own. A batch is there when its file is.",
        "Sink",
        """
        kinds:
          sink: { delivery: exactly-once }
        settings:
          folder: { type: path, required: true, doc: Where the files go. }
        needs: { files: ["write $folder"] }
        """,
        """
        using System.Globalization;
        using Trawl.Sdk;
        using Trawl.Sdk.Sinks;

        namespace $type$;

        /// <summary>$doc$</summary>
        internal sealed class $type$Sink(PluginContext context) : IRecordSink
        {
            private string _folder = "";

            public ValueTask<long?> OpenAsync(SinkRun run)
            {
                _folder = Path.Combine(context.Settings.Text("folder")!, $"{run.Id}.{run.Output}");
                Directory.CreateDirectory(_folder);
                var last = Directory.EnumerateFiles(_folder, "*.jsonl").Select(Path.GetFileNameWithoutExtension).Max();
                return new(last is null ? 0 : long.Parse(last, CultureInfo.InvariantCulture));
            }

            public ValueTask CommitAsync(SinkBatch batch)
            {
                var file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{batch.Number:D6}.jsonl"));
                using (var part = new FileStream(file + ".part", FileMode.Create, FileAccess.Write))
                {
                    foreach (var record in batch.Records)
                    {
                        part.Write(record.Json.Span);
                        part.WriteByte((byte)'\n');
                    }

                    part.Flush(flushToDisk: true);
                }

                // In one step, so that a file is whole or not there. A batch that comes again is the same batch.
                File.Move(file + ".part", file, overwrite: true);
                return default;
            }

            public ValueTask CompleteAsync() => default;

            public ValueTask DisposeAsync() => default;
        }
        """,
        """
        {
          "do": "sink",
          "settings": { "folder": "$temp" },
          "batch": 2,
          "records": [{ "n": 1 }, { "n": 2 }, { "n": 3 }],
          "expect": {
            "records": 3,
            "files": {
              "example.plugin/000001.jsonl": "{\"n\":1}\n{\"n\":2}\n",
              "example.plugin/000002.jsonl": "{\"n\":3}\n"
            }
          }
        }
        """,
        "outputs: [{ plugin: $plain$ }]");
}
