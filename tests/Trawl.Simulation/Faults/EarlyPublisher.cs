using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;

namespace Trawl.Simulation.Faults;

/// <summary>Planted bug: the outputs are written first and the outcomes committed behind them.</summary>
internal sealed class EarlyPublisher(IRunStore store, IOutputPublisher publisher, PipelinePlan plan)
    : PassThroughStore(store), IOutputPublisher
{
    private IReadOnlyList<PublishedOutput> _published = [];

    public override async ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Settlements.Count > 0)
        {
            _published = await publisher.PublishAsync(plan, cancellationToken);
        }

        return await Inner.CommitAsync(batch, cancellationToken);
    }

    public ValueTask<IReadOnlyList<PublishedOutput>> PublishAsync(PipelinePlan published, CancellationToken cancellationToken) =>
        new(_published);
}
