using Trawl.Model.Plans;

namespace Trawl.Engine.Seams.Outputs;

/// <summary>
/// Looks at a run whose outputs stand, before it is final. Called again after a crash in between, like the publisher.
/// </summary>
public interface IRunReview
{
    /// <summary>What is to be said of the run, each a journal entry; empty when there is nothing to say.</summary>
    /// <exception cref="IOException">It could not be kept; the run stays in state Publishing and can be resumed.</exception>
    ValueTask<IReadOnlyList<RunFinding>> ReviewAsync(PipelinePlan plan, CancellationToken cancellationToken);
}
