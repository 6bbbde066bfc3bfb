namespace Trawl.Api.Pipelines.Saved;

/// <summary>What changed between two versions, line by line.</summary>
/// <param name="Name">The pipeline.</param>
/// <param name="From">The one version.</param>
/// <param name="To">The other.</param>
/// <param name="Added">Lines that only the other has.</param>
/// <param name="Removed">Lines that only the one has.</param>
/// <param name="Lines">All lines of both, in order.</param>
public sealed record PipelineDiff(string Name, int From, int To, int Added, int Removed, IReadOnlyList<DiffLine> Lines);
