using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;

namespace Trawl.Recording.Capturing;

/// <summary>
/// Records a run: a fetcher that hands each exchange to the capture, and a store whose commits wait for its bytes.
/// Neither the engine nor the rooms below know of it.
/// </summary>
public sealed class RunCapturing(CaptureOptions options) : IDisposable
{
    private readonly CaptureQueue _queue = new(options);

    /// <summary>Records what this fetcher fetches. Disposing it disposes the inner one.</summary>
    public IFetcher Around(IFetcher inner) => new CapturingFetcher(inner, _queue, options.Mode);

    /// <summary>Commits to this store wait for the capture; opening it cuts the capture back to the last commit.</summary>
    public IRunStore Around(IRunStore inner) => new CapturingStore(inner, _queue, options);

    public void Dispose() => _queue.Dispose();
}
