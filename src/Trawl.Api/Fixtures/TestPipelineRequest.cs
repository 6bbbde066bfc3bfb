using Trawl.Api.Pipelines;
using Trawl.Model.Plans;

namespace Trawl.Api.Fixtures;

/// <summary>Asks whether a pipeline still gives what its test cases expect. Give a pipeline, or a plan and a folder.</summary>
public sealed record TestPipelineRequest
{
    /// <summary>The pipeline; its test cases are beside its file.</summary>
    public PipelineSource? Pipeline { get; init; }

    /// <summary>A plan, for pipelines written in C#.</summary>
    public PipelinePlan? Plan { get; init; }

    /// <summary>The folder with the test cases; null for the one beside the pipeline's file.</summary>
    public string? Folder { get; init; }

    /// <summary>Only test cases whose name contains this; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>Whether what the pipeline gives now becomes what is expected.</summary>
    public bool Update { get; init; }
}
