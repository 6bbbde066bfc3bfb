using Trawl.Sdk;
using Trawl.Sdk.Sinks;

namespace Trawl.Plugins.Trial;

/// <summary>Keeps nothing.</summary>
internal sealed class TrialSink(PluginContext context) : IRecordSink
{
    public ValueTask<long?> OpenAsync(SinkRun run) => default;

    public ValueTask CommitAsync(SinkBatch batch)
    {
        context.Log($"{batch.Key}: {batch.Records.Count} records");
        return default;
    }

    public ValueTask CompleteAsync() => default;

    public ValueTask DisposeAsync() => default;
}
