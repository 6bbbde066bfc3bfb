using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;

namespace Trawl.Recording.Archives;

/// <summary>Lets a run begin with every page of its archives: in place of the plan's start points stands the list of them.</summary>
public sealed class ArchiveStore : IRunStore
{
    private readonly IRunStore _inner;
    private readonly ArchiveFolder _folder;

    private ArchiveStore(IRunStore inner, ArchiveFolder folder) => (_inner, _folder) = (inner, folder);

    /// <summary>Such a store where the plan asks for all pages; else the store itself.</summary>
    /// <param name="store">The run's store.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="runFolder">Where the archives were indexed. They were not when the run was cancelled before.</param>
    public static IRunStore Around(IRunStore store, PipelinePlan plan, string runFolder) =>
        plan.Archive is { AllPages: true } && new ArchiveFolder(runFolder) is var folder && File.Exists(folder.Pages)
            ? new ArchiveStore(store, folder)
            : store;

    /// <inheritdoc/>
    public async ValueTask<RunOpening> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var opening = await _inner.OpenAsync(now, cancellationToken);
        return opening with { Plan = opening.Plan with { Start = [new StartFile(_folder.Pages)] } };
    }

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken) =>
        _inner.CommitAsync(batch, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<RobotsRecord?> ReadRobotsAsync(long hostId, CancellationToken cancellationToken) =>
        _inner.ReadRobotsAsync(hostId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _inner.DisposeAsync();
}
