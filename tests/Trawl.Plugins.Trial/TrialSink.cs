using System.Globalization;
using Trawl.Sdk;
using Trawl.Sdk.Sinks;

namespace Trawl.Plugins.Trial;

/// <summary>Keeps nothing; or, where a folder is set, a file for each batch, which is there whole or not at all.</summary>
internal sealed class TrialSink(PluginContext context) : IRecordSink
{
    private readonly string? _folder = context.Settings.Text("folder");

    public ValueTask<long?> OpenAsync(SinkRun run) =>
        new(_folder is null ? null : Directory.GetFiles(_folder, "*.jsonl").Length);

    public ValueTask CommitAsync(SinkBatch batch)
    {
        context.Log($"{batch.Key}: {batch.Records.Count} records");
        if (_folder is not null) Write(_folder, batch);
        return default;
    }

    public ValueTask CompleteAsync() => default;

    public ValueTask DisposeAsync() => default;

    private void Write(string folder, SinkBatch batch)
    {
        var file = Path.Combine(folder, batch.Number.ToString("D4", CultureInfo.InvariantCulture) + ".jsonl");
        using (var part = File.Create(file + ".part"))
        {
            Pace.Keep(context);
            foreach (var record in batch.Records) part.Write([.. record.Json.Span, (byte)'\n']);
            part.Flush(flushToDisk: true);
        }

        File.Move(file + ".part", file, overwrite: true);
        // Dying here is dying between the commit and its answer.
        Pace.Keep(context);
    }
}
