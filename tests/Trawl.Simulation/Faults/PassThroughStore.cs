using Trawl.Engine.Seams.Store;

namespace Trawl.Simulation.Faults;

/// <summary>A store in front of another; faults override what they break.</summary>
internal abstract class PassThroughStore(IRunStore inner) : IRunStore
{
    protected IRunStore Inner => inner;

    public virtual ValueTask<RunOpening> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        inner.OpenAsync(now, cancellationToken);

    public virtual ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken) =>
        inner.CommitAsync(batch, cancellationToken);

    public ValueTask<RobotsRecord?> ReadRobotsAsync(long hostId, CancellationToken cancellationToken) =>
        inner.ReadRobotsAsync(hostId, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
