using Trawl.Sdk.Sinks;

namespace Trawl.Sdk.Tests.Working;

/// <summary>Remembers what it was told.</summary>
internal sealed class MemorySink : IRecordSink
{
    public long? Last { get; set; }

    public SinkRun? Run { get; private set; }

    public List<SinkBatch> Batches { get; } = [];

    public bool IsComplete { get; private set; }

    public ValueTask<long?> OpenAsync(SinkRun run)
    {
        Run = run;
        return new(Last);
    }

    public ValueTask CommitAsync(SinkBatch batch)
    {
        Batches.Add(batch);
        return default;
    }

    public ValueTask CompleteAsync()
    {
        IsComplete = true;
        return default;
    }

    public ValueTask DisposeAsync() => default;
}
