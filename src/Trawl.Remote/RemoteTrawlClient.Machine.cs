using System.Globalization;
using Trawl.Api.Drift;
using Trawl.Api.Errors;
using Trawl.Api.Graphs;
using Trawl.Api.Machine;
using Trawl.Api.Pages;
using Trawl.Api.Pipelines;
using Trawl.Api.Settings;

namespace Trawl.Remote;

public sealed partial class RemoteTrawlClient
{
    /// <inheritdoc/>
    public Task<ApiResult<GovernorReport>> ShowGovernorAsync(ShowGovernorRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<GovernorReport>(new Query("governor"), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<ListSettingsResponse>> ListSettingsAsync(ListSettingsRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<ListSettingsResponse>(new Query("settings"), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<DriftReport>> ShowDriftAsync(ShowDriftRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<DriftReport>(new Query("runs", request.RunId, "drift"), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<PlanGraph>> ShowGraphAsync(ShowGraphRequest request, CancellationToken cancellationToken) => request switch
    {
        { RunId: { } run, Pipeline: null } => _calls.GetAsync<PlanGraph>(new Query("runs", run, "graph"), cancellationToken),
        { RunId: null, Pipeline: { } source } => _calls.PostAsync<ValidateRequest, PlanGraph>(
            new Query("pipelines", "graph"), new ValidateRequest(source.With(_variables)), cancellationToken),
        _ => Task.FromResult<ApiResult<PlanGraph>>(
            new ApiError(ApiErrorKind.InvalidRequest, "A graph is that of a run or of a pipeline: give one of the two.")),
    };

    /// <inheritdoc/>
    public Task<ApiResult<PageScreenshot>> ReadScreenshotAsync(ReadScreenshotRequest request, CancellationToken cancellationToken) =>
        _calls.SendAsync<PageScreenshot>(
            new HttpRequestMessage(
                HttpMethod.Get,
                new Query("runs", request.RunId, "screenshot").With("url", request.Url)
                    .With("attempt", request.Attempt?.ToString(CultureInfo.InvariantCulture)).ToString()),
            async response => new PageScreenshot(await response.Content.ReadAsByteArrayAsync(cancellationToken)),
            cancellationToken);
}
