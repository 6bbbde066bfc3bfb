using Trawl.Model.Plans;

namespace Trawl.Engine.Seams.Outputs;

/// <summary>
/// Writes a run's outputs from its store. Called when every request is settled, and again after a crash in between:
/// the same run gives the same bytes, and a finished file is replaced in one step or left alone.
/// </summary>
public interface IOutputPublisher
{
    /// <summary>
    /// After publishing: what broke a rule over the whole dataset (unique values) of a type whose policy is to fail;
    /// the outputs stand without those records, and the run ends as failed with this reason. Null when nothing did.
    /// </summary>
    string? Fatal => null;

    /// <exception cref="IOException">A file could not be written; the run stays in state Publishing and can be resumed.</exception>
    ValueTask<IReadOnlyList<PublishedOutput>> PublishAsync(PipelinePlan plan, CancellationToken cancellationToken);
}
