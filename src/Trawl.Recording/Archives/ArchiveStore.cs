using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;

namespace Trawl.Recording.Archives;

/// <summary>Lets a run begin with every page of its archives: in place of the plan's start points stands the list of them.</summary>
public sealed class ArchiveStore(IRunStore inner, ArchiveFolder folder) : IRunStore
{
    /// <inheritdoc/>
    public async ValueTask<RunOpening> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var opening = await inner.OpenAsync(now, cancellationToken);
        return opening with { Plan = opening.Plan with { Start = [new StartFile(folder.Pages)] } };
    }

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken) =>
        inner.CommitAsync(batch, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<RobotsRecord?> ReadRobotsAsync(long hostId, CancellationToken cancellationToken) =>
        inner.ReadRobotsAsync(hostId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
