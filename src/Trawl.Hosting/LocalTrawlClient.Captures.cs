using Trawl.Api.Captures;
using Trawl.Api.Errors;
using Trawl.Hosting.Captures;

namespace Trawl.Hosting;

public sealed partial class LocalTrawlClient
{
    /// <inheritdoc/>
    public Task<ApiResult<CaptureDetails>> ShowCaptureAsync(
        CaptureRequest request, Action<double> onProgress, CancellationToken cancellationToken) =>
        ReadAsync<CaptureDetails>(
            () => Shelf(request.RunId, onProgress).TryGet(out var shelf, out var error)
                ? shelf.Show(request.Verify, cancellationToken)
                : error,
            cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<PackCaptureResponse>> PackCaptureAsync(
        PackCaptureRequest request, Action<double> onProgress, CancellationToken cancellationToken) =>
        ReadAsync(
            () => Shelf(request.RunId, onProgress).TryGet(out var shelf, out var error)
                ? shelf.Pack(request.Path, cancellationToken)
                : error,
            cancellationToken);

    private ApiResult<CaptureShelf> Shelf(string runId, Action<double> onProgress) =>
        _library.Find(runId).TryGet(out var run, out var error)
            ? new CaptureShelf(run, Path.Combine(Home.Runs, runId), Software, onProgress)
            : error;

    private static string Software { get; } =
        "Trawl " + (typeof(LocalTrawlClient).Assembly.GetName().Version?.ToString(3) ?? "");
}
