using Trawl.Api.Drift;
using Trawl.Api.Errors;
using Trawl.Api.Graphs;
using Trawl.Api.Machine;
using Trawl.Api.Pages;
using Trawl.Api.Settings;
using Trawl.Hosting.Graphs;
using Trawl.Hosting.Reading;
using Trawl.Hosting.Recorded;
using Trawl.Hosting.Wire;

namespace Trawl.Hosting;

public sealed partial class LocalTrawlClient
{
    /// <summary>The governor that counts is that of the process with the engine; without one, ours looks by itself.</summary>
    public async Task<ApiResult<GovernorReport>> ShowGovernorAsync(ShowGovernorRequest request, CancellationToken cancellationToken)
    {
        if (_seat.Other() is { } other)
        {
            try
            {
                return await other.CallAsync(WireMethods.Governor, request, cancellationToken);
            }
            catch (EngineGoneException)
            {
                // Then nothing is executed, and what is here to read is ours.
            }
        }

        return await ReadAsync<GovernorReport>(() => GovernorView.Of(_governor.Picture), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ApiResult<ListSettingsResponse>> ListSettingsAsync(ListSettingsRequest request, CancellationToken cancellationToken) =>
        ReadAsync<ListSettingsResponse>(
            () => new ListSettingsResponse([.. Settings.Values.Select(v => new SettingInfo(
                v.Setting.Name, v.Shown, v.Setting.IsSecret, v.Origin, v.Setting.Rule, v.Setting.Default, v.Setting.Doc))]),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<DriftReport>> ShowDriftAsync(ShowDriftRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _library.Drift(request.RunId), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<PlanGraph>> ShowGraphAsync(ShowGraphRequest request, CancellationToken cancellationToken) => ReadAsync(
        () =>
        {
            if (request.RunId is null == request.Pipeline is null)
            {
                return new ApiError(ApiErrorKind.InvalidRequest, "A graph is that of a run or of a pipeline: give one of the two.");
            }

            return request.RunId is { } run ? _library.Graph(run) : GraphOf(request.Pipeline!);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<PageScreenshot>> ReadScreenshotAsync(ReadScreenshotRequest request, CancellationToken cancellationToken) =>
        OnRecordedAsync(request.RunId, run => new PageShelf(run).Screenshot(request), cancellationToken);

    private ApiResult<PlanGraph> GraphOf(Api.Pipelines.PipelineSource source) =>
        _preparation.Validate(source) is var made && made.Plan is { } plan
            ? PlanGraphs.Of(plan)
            : new ApiError(ApiErrorKind.InvalidPipeline, $"\"{source.Path}\" has errors.") { Diagnostics = made.Diagnostics };
}
