namespace Trawl.Engine.Seams.Store;

/// <summary>
/// The durable state of one run. One engine writes at a time: <see cref="OpenAsync"/> takes a new epoch, and a commit
/// of an older one is refused. What a commit reported as done survives any crash.
/// </summary>
public interface IRunStore : IAsyncDisposable
{
    /// <summary>
    /// Takes the run over: a new epoch, leases of older epochs back into the frontier. The time it takes does not
    /// depend on the size of the frontier. This is the ordinary start and the whole of recovery.
    /// </summary>
    ValueTask<RunOpening> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Stores a batch whole or not at all, waiting requests that are due are queued first. One call at a time.</summary>
    /// <exception cref="RunFencedException">A newer engine has the run.</exception>
    /// <exception cref="RunStoreException">The store cannot write; the engine must stop and must not try again.</exception>
    ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken);

    /// <summary>The stored robots.txt of a host; null when none was fetched yet.</summary>
    ValueTask<RobotsRecord?> ReadRobotsAsync(long hostId, CancellationToken cancellationToken);
}
