using Trawl.Engine.Seams.Store;

namespace Trawl.Simulation.Faults;

/// <summary>Planted bug: a request that was handed out is forgotten, as by a queue that pops without acknowledgement.</summary>
internal sealed class LostLeaseStore(IRunStore inner) : PassThroughStore(inner)
{
    private int _commits;

    public override async ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken)
    {
        var result = await Inner.CommitAsync(batch, cancellationToken);
        return ++_commits > 3 && result.Leased.Count > 0 ? result with { Leased = [.. result.Leased.Skip(1)] } : result;
    }
}
