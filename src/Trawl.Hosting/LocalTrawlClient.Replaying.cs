using Trawl.Api.Errors;
using Trawl.Api.Replaying;
using Trawl.Hosting.Replaying;

namespace Trawl.Hosting;

public sealed partial class LocalTrawlClient
{
    /// <summary>
    /// Executes a recorded run again, from its capture and without the network, and compares every journal entry,
    /// record and request. Stops at the first difference. The run is not changed.
    /// </summary>
    /// <param name="request">The run.</param>
    /// <param name="onProgress">Told the share that is done, 0 to 1; often, and on other threads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<ApiResult<ReplayRunResponse>> ReplayRunAsync(
        ReplayRunRequest request, Action<double> onProgress, CancellationToken cancellationToken) =>
        ReadAsync<ReplayRunResponse>(async () => _library.Find(request.RunId).TryGet(out _, out var error)
            ? await new Replayer(Home, _clock).RunAsync(request, onProgress, cancellationToken)
            : error);

    /// <summary>
    /// Runs a changed pipeline over what a run recorded, without the network, and compares the records by type and key.
    /// Requests that the recording does not hold are listed, never made. The run is not changed.
    /// </summary>
    /// <param name="request">The run and the pipeline.</param>
    /// <param name="onProgress">Told the share that is done, 0 to 1; often, and on other threads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<ApiResult<TryPlanResponse>> TryPlanAsync(
        TryPlanRequest request, Action<double> onProgress, CancellationToken cancellationToken) =>
        ReadAsync<TryPlanResponse>(async () =>
        {
            if (!_library.Find(request.RunId).TryGet(out _, out var error))
            {
                return error;
            }

            var compiled = _preparation.Validate(request.Pipeline);
            return compiled.Plan is { } plan
                ? await new PlanTester(Home, _clock).RunAsync(request, plan, onProgress, cancellationToken)
                : new ApiError(ApiErrorKind.InvalidPipeline, $"\"{request.Pipeline.Path}\" has errors.") { Diagnostics = compiled.Diagnostics };
        });
}
