using Trawl.Api.Captures;
using Trawl.Api.Errors;
using Trawl.Api.Fixtures;
using Trawl.Api.Lineage;
using Trawl.Api.Pages;
using Trawl.Api.Replaying;
using Trawl.Remote.Bodies;

namespace Trawl.Remote;

public sealed partial class RemoteTrawlClient
{
    /// <inheritdoc/>
    public Task<ApiResult<RecordedPage>> ShowPageAsync(ShowPageRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<RecordedPage>(
            new Query("runs", request.RunId, "page").With("url", request.Url)
                .With("attempt", request.Attempt?.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .With<PageBody>("body", request.Body),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<SelectResponse>> SelectAsync(SelectRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<SelectResponse>(
            new Query("runs", request.RunId, "select").With("url", request.Url).With("selector", request.Selector)
                .With("language", request.Language).With("rule", request.Rule).With("onlyPage", request.OnlyPage ? "true" : null)
                .With("limit", request.Limit),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<RecordExplanation>> ExplainRecordAsync(ExplainRecordRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<RecordExplanation>(
            new Query("runs", request.RunId, "lineage").With("key", request.Key).With("type", request.Type).With("field", request.Field),
            cancellationToken);

    /// <summary>Always refused: a test case is files beside the pipeline's, and the server does not have that.</summary>
    public Task<ApiResult<WriteFixtureResponse>> WriteFixtureAsync(WriteFixtureRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<ApiResult<WriteFixtureResponse>>(OnlyLocal("A test case is written beside the pipeline's file"));

    /// <summary>Always refused: test cases are files beside the pipeline's, and run without any server.</summary>
    public Task<ApiResult<TestPipelineResponse>> TestPipelineAsync(TestPipelineRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<ApiResult<TestPipelineResponse>>(OnlyLocal("Test cases lie beside the pipeline's file and run without a server"));

    /// <inheritdoc/>
    public Task<ApiResult<CaptureDetails>> ShowCaptureAsync(
        CaptureRequest request, Action<double> onProgress, CancellationToken cancellationToken) =>
        _calls.WorkAsync<CaptureDetails>(
            new HttpRequestMessage(
                HttpMethod.Get, new Query("runs", request.RunId, "capture").With("verify", request.Verify ? "true" : null).ToString()),
            onProgress, cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<ReplayRunResponse>> ReplayRunAsync(
        ReplayRunRequest request, Action<double> onProgress, CancellationToken cancellationToken) =>
        _calls.WorkAsync<ReplayRunResponse>(
            ServerCalls.Post(new Query("runs", request.RunId, "replay"), new ReplayBody(request.Concurrency)), onProgress, cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<TryPlanResponse>> TryPlanAsync(
        TryPlanRequest request, Action<double> onProgress, CancellationToken cancellationToken) =>
        _calls.WorkAsync<TryPlanResponse>(
            ServerCalls.Post(
                new Query("runs", request.RunId, "try"),
                new TryBody(request.Pipeline.With(_variables), request.Limit, request.Concurrency)),
            onProgress, cancellationToken);

    private ApiError OnlyLocal(string why) =>
        new(ApiErrorKind.InvalidRequest, $"{why}; {Server} has no part in that.", "Leave --server out, on the machine that has the files.");
}
