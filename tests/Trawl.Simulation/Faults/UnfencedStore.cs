using Trawl.Engine.Seams.Store;

namespace Trawl.Simulation.Faults;

/// <summary>Planted bug: commits are accepted from any engine, the newest one's epoch or not.</summary>
internal sealed class UnfencedStore(IRunStore inner, UnfencedStore.Epoch newest) : PassThroughStore(inner)
{
    public override async ValueTask<RunOpening> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var opening = await Inner.OpenAsync(now, cancellationToken);
        newest.Value = opening.Epoch;
        return opening;
    }

    public override ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken) =>
        Inner.CommitAsync(batch with { Epoch = newest.Value }, cancellationToken);

    internal sealed class Epoch
    {
        public int Value { get; set; }
    }
}
