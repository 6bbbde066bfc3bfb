using Trawl.Api.Errors;

namespace Trawl.Api.Pipelines.Saved;

/// <summary>The pipelines that are kept in a home, with every version of each. A change is durable when its call returns.</summary>
public interface IPipelineLibrary
{
    /// <summary>Saves a pipeline, unless somebody else did so since its author looked.</summary>
    Task<ApiResult<SavePipelineResponse>> SavePipelineAsync(SavePipelineRequest request, CancellationToken cancellationToken);

    /// <summary>The saved pipelines.</summary>
    Task<ApiResult<PipelinePage>> ListPipelinesAsync(ListPipelinesRequest request, CancellationToken cancellationToken);

    /// <summary>The versions of one.</summary>
    Task<ApiResult<VersionPage>> ListVersionsAsync(ListVersionsRequest request, CancellationToken cancellationToken);

    /// <summary>The text of one.</summary>
    Task<ApiResult<PipelineText>> ReadPipelineAsync(ReadPipelineRequest request, CancellationToken cancellationToken);

    /// <summary>What changed between two versions.</summary>
    Task<ApiResult<PipelineDiff>> DiffPipelineAsync(DiffPipelineRequest request, CancellationToken cancellationToken);

    /// <summary>Takes one away; answers it as it was.</summary>
    Task<ApiResult<SavedPipeline>> RemovePipelineAsync(RemovePipelineRequest request, CancellationToken cancellationToken);
}
