using Trawl.Api.Captures;
using Trawl.Api.Errors;
using Trawl.Hosting.Captures;

namespace Trawl.Hosting;

public sealed partial class LocalTrawlClient
{
    /// <summary>What a run has recorded, and, when asked for, whether all of it is as it should be.</summary>
    /// <param name="request">The run.</param>
    /// <param name="onProgress">Told how far the check is; often, and on the caller's thread.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<ApiResult<CaptureDetails>> ShowCaptureAsync(
        CaptureRequest request, Action<CaptureProgress> onProgress, CancellationToken cancellationToken) =>
        ReadAsync<CaptureDetails>(
            () => Shelf(request.RunId, onProgress).TryGet(out var shelf, out var error)
                ? shelf.Show(request.Verify, cancellationToken)
                : error,
            cancellationToken);

    /// <summary>Packs what a run has recorded as one WACZ file, whether the run is finished or not.</summary>
    /// <param name="request">The run and the file.</param>
    /// <param name="onProgress">Told how far it is; often, and on the caller's thread.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<ApiResult<PackCaptureResponse>> PackCaptureAsync(
        PackCaptureRequest request, Action<CaptureProgress> onProgress, CancellationToken cancellationToken) =>
        ReadAsync(
            () => Shelf(request.RunId, onProgress).TryGet(out var shelf, out var error)
                ? shelf.Pack(request.Path, cancellationToken)
                : error,
            cancellationToken);

    private ApiResult<CaptureShelf> Shelf(string runId, Action<CaptureProgress> onProgress) =>
        _library.Find(runId).TryGet(out var run, out var error)
            ? new CaptureShelf(run, Path.Combine(Home.Runs, runId), Software, onProgress)
            : error;

    private static string Software { get; } =
        "Trawl " + (typeof(LocalTrawlClient).Assembly.GetName().Version?.ToString(3) ?? "");
}
