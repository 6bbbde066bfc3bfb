using Trawl.Engine.Seams.Fetching;
using Trawl.Model.Plans;

namespace Trawl.Recording.Capturing;

/// <summary>Hands each exchange to the capture on its way back to the engine.</summary>
internal sealed class CapturingFetcher(IFetcher inner, CaptureQueue queue, CaptureMode mode) : IFetcher, IDisposable
{
    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var result = await inner.FetchAsync(request, cancellationToken);
        if (mode == CaptureMode.Failures && result is { Error: null, Status: < 400 })
        {
            return result;
        }

        try
        {
            result.Captured = await queue.AddAsync(request, result, cancellationToken);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
