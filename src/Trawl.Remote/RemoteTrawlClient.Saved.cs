using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines.Saved;
using Trawl.Remote.Bodies;

namespace Trawl.Remote;

public sealed partial class RemoteTrawlClient
{
    /// <inheritdoc/>
    public Task<ApiResult<SavePipelineResponse>> SavePipelineAsync(SavePipelineRequest request, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(HttpMethod.Put, new Query("pipelines", request.Name).ToString())
        {
            Content = JsonContent.Create(new SavePipelineBody(request.Text, request.Note), RemoteJson.Default.SavePipelineBody),
        };
        if (request.Expected == 0)
        {
            message.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        }
        else
        {
            message.Headers.IfMatch.Add(Tag(request.Expected));
        }

        return _calls.DocumentAsync<SavePipelineResponse>(message, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ApiResult<PipelinePage>> ListPipelinesAsync(ListPipelinesRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<PipelinePage>(new Query("pipelines").With("after", request.After).With("limit", request.Limit), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<VersionPage>> ListVersionsAsync(ListVersionsRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<VersionPage>(
            new Query("pipelines", request.Name, "versions").With("before", Number(request.Before)).With("limit", request.Limit), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<PipelineText>> ReadPipelineAsync(ReadPipelineRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<PipelineText>(new Query("pipelines", request.Name).With("version", Number(request.Version)), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<PipelineDiff>> DiffPipelineAsync(DiffPipelineRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<PipelineDiff>(
            new Query("pipelines", request.Name, "diff").With("from", request.From).With("to", Number(request.To)), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<SavedPipeline>> RemovePipelineAsync(RemovePipelineRequest request, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(HttpMethod.Delete, new Query("pipelines", request.Name).ToString());
        message.Headers.IfMatch.Add(Tag(request.Expected));
        return _calls.DocumentAsync<SavedPipeline>(message, cancellationToken);
    }

    private static EntityTagHeaderValue Tag(int version) => new($"\"{Number(version)}\"");

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
