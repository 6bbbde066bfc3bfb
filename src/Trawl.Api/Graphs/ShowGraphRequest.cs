using Trawl.Api.Pipelines;

namespace Trawl.Api.Graphs;

/// <summary>Asks for the graph of a run's plan, or of a pipeline that has not been run: exactly one of the two.</summary>
public sealed record ShowGraphRequest
{
    /// <summary>The run.</summary>
    public string? RunId { get; init; }

    /// <summary>The pipeline.</summary>
    public PipelineSource? Pipeline { get; init; }
}
