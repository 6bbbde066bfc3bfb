using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Plans;

namespace Trawl.Engine.Tests.Support;

/// <summary>Publishes nothing, as often as asked.</summary>
internal sealed class NoOutputs : IOutputPublisher
{
    public int Calls { get; private set; }

    /// <summary>Whether publishing goes on until it is broken off.</summary>
    public bool NeverEnds { get; set; }

    public async ValueTask<IReadOnlyList<PublishedOutput>> PublishAsync(PipelinePlan plan, CancellationToken cancellationToken)
    {
        Calls++;
        if (NeverEnds)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return [];
    }
}
