using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Plans;

namespace Trawl.Load.Stores;

/// <summary>Publishes nothing: outputs are not part of what is measured.</summary>
internal sealed class NoOutputs : IOutputPublisher
{
    public ValueTask<IReadOnlyList<PublishedOutput>> PublishAsync(
        PipelinePlan plan, CancellationToken cancellationToken) => new([]);
}
