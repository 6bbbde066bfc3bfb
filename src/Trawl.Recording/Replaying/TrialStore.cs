using Trawl.Engine.Seams.Store;

namespace Trawl.Recording.Replaying;

/// <summary>A store in which nothing waits for its time: a pause before another attempt spares nobody here.</summary>
internal sealed class TrialStore(IRunStore inner, int concurrency, Action<long>? progress) : IRunStore
{
    private static readonly DateTimeOffset s_farOff = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private bool _waiting;

    /// <inheritdoc/>
    public async ValueTask<RunOpening> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var opening = await inner.OpenAsync(now, cancellationToken);
        var fetch = opening.Plan.Fetch with { Concurrency = concurrency, PerHostConcurrency = concurrency };
        return opening with { Plan = opening.Plan with { Fetch = fetch, Outputs = [] } };
    }

    /// <inheritdoc/>
    public async ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken)
    {
        var result = await inner.CommitAsync(_waiting ? batch with { Now = s_farOff } : batch, cancellationToken);
        _waiting = result.NextWaitingAt is not null;
        progress?.Invoke(result.Counters.Done);
        return result with { NextWaitingAt = _waiting ? DateTimeOffset.MinValue : null };
    }

    /// <inheritdoc/>
    public ValueTask<RobotsRecord?> ReadRobotsAsync(long hostId, CancellationToken cancellationToken) =>
        inner.ReadRobotsAsync(hostId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
