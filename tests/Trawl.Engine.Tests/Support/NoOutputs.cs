using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Plans;

namespace Trawl.Engine.Tests.Support;

/// <summary>Publishes nothing, as often as asked.</summary>
internal sealed class NoOutputs : IOutputPublisher
{
    public int Calls { get; private set; }

    public ValueTask<IReadOnlyList<PublishedOutput>> PublishAsync(PipelinePlan plan, CancellationToken cancellationToken)
    {
        Calls++;
        return new([]);
    }
}
