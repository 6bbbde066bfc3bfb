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
        ReadAsync(async () => _library.Find(request.RunId).TryGet(out _, out var error)
            ? await new Replayer(Home, _clock).RunAsync(request, onProgress, cancellationToken)
            : error);
}
