using Trawl.Engine.Seams.Store;

namespace Trawl.Hosting.Tracing;

/// <summary>Notes when requests were leased and when they were committed.</summary>
internal sealed class TracedStore(IRunStore inner, RequestTraces traces, TimeProvider clock) : IRunStore
{
    public ValueTask<RunOpening> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken) => inner.OpenAsync(now, cancellationToken);

    public async ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken)
    {
        var from = clock.GetUtcNow();
        var result = await inner.CommitAsync(batch, cancellationToken);
        var to = clock.GetUtcNow();
        traces.Committed(batch, new TimeRange(from, to));
        traces.Leased(result.Leased, to);
        return result;
    }

    public ValueTask<RobotsRecord?> ReadRobotsAsync(long hostId, CancellationToken cancellationToken) =>
        inner.ReadRobotsAsync(hostId, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
