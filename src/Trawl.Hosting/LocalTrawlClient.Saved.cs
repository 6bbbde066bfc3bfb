using Trawl.Api.Errors;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Runs;
using Trawl.Hosting.Saved;
using Trawl.Model.Plans;

namespace Trawl.Hosting;

public sealed partial class LocalTrawlClient
{
    /// <inheritdoc/>
    public Task<ApiResult<SavePipelineResponse>> SavePipelineAsync(SavePipelineRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _saved.Save(request, _preparation.Validate), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<PipelinePage>> ListPipelinesAsync(ListPipelinesRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _saved.List(request), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<VersionPage>> ListVersionsAsync(ListVersionsRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _saved.Versions(request), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<PipelineText>> ReadPipelineAsync(ReadPipelineRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _saved.Read(request), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<PipelineDiff>> DiffPipelineAsync(DiffPipelineRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _saved.Diff(request), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<SavedPipeline>> RemovePipelineAsync(RemovePipelineRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _saved.Remove(request), cancellationToken);

    /// <summary>
    /// The request with the saved pipeline's text in it. Whoever wrote that text is not who starts it: it names no file of
    /// this machine, sees no variable that was not given, and reaches no further than its author may.
    /// </summary>
    private ApiResult<StartRunRequest> Resolve(StartRunRequest request)
    {
        if (request.Saved is not { } saved)
        {
            return request;
        }

        if (request.Pipeline is not null || request.Plan is not null)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, "A run is started from a pipeline, a plan or a saved pipeline: give one of them.");
        }

        if (!_saved.Read(new ReadPipelineRequest(saved.Name, saved.Version)).TryGet(out var text, out var unknown))
        {
            return unknown;
        }

        var source = SavedPipelines.Source(saved.Name, text.Version.Version, text.Text) with
        {
            Set = saved.Set ?? new Dictionary<string, string>(),
            Environment = request.Environment ?? new Dictionary<string, string>(),
        };
        return _preparation.Validate(source).Plan is { } plan && PlanFiles.FirstOf(plan) is { } file
            ? new ApiError(
                ApiErrorKind.InvalidRequest, $"The saved pipeline \"{saved.Name}\" names the file \"{file}\", and saved pipelines have no files.",
                "Write start URLs into it, name no plugins, and leave out the path of outputs: they stand in the run and can be exported.")
            : request with { Saved = null, Pipeline = source, PublicOnly = request.PublicOnly || text.Version.PublicOnly };
    }
}
