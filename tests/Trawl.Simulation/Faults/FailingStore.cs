using Trawl.Engine.Seams.Store;

namespace Trawl.Simulation.Faults;

/// <summary>One commit fails like a disk does: before anything is written, or after, with the answer lost.</summary>
internal sealed class FailingStore(IRunStore inner, TimeProvider clock, Random chance, int failAt) : PassThroughStore(inner)
{
    private int _commits;

    public override async ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(4)), clock, CancellationToken.None);
        if (++_commits != failAt)
        {
            return await Inner.CommitAsync(batch, cancellationToken);
        }

        if (chance.Next(2) == 0)
        {
            await Inner.CommitAsync(batch, cancellationToken);
        }

        throw new RunStoreException("The simulated disk failed.");
    }
}
