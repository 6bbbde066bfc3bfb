using Trawl.Api.Errors;
using Trawl.Api.Replaying;
using Trawl.Hosting.Replaying;
using Trawl.Hosting.Running;

namespace Trawl.Hosting;

public sealed partial class LocalTrawlClient
{
    /// <inheritdoc/>
    public Task<ApiResult<ReplayRunResponse>> ReplayRunAsync(
        ReplayRunRequest request, Action<double> onProgress, CancellationToken cancellationToken) =>
        ReadAsync<ReplayRunResponse>(async () => _library.Find(request.RunId).TryGet(out _, out var error)
            ? await new Replayer(Home, _seal, new HeaderSecrets(_variables, _seal), _clock).RunAsync(request, onProgress, cancellationToken)
            : error);

    /// <inheritdoc/>
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
                ? await new PlanTester(Home, _seal, new HeaderSecrets(_variables, _seal), _clock).RunAsync(request, plan, onProgress, cancellationToken)
                : new ApiError(ApiErrorKind.InvalidPipeline, $"\"{request.Pipeline.Path}\" has errors.") { Diagnostics = compiled.Diagnostics };
        });
}
