using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Recording.Reading;

namespace Trawl.Recording.Revalidating;

/// <summary>
/// The pages of an earlier run that may be asked for conditionally. What cannot be read there, because the run is being
/// deleted or damaged, is asked for whole. For any number of threads.
/// </summary>
public sealed class EarlierPages : IDisposable
{
    /// <summary>A larger body is asked for whole: it would be held in memory while the server is asked.</summary>
    private const long MostBytes = 32L << 20;

    private readonly RunCapture _capture;

    private EarlierPages(RunCapture capture) => _capture = capture;

    /// <summary>The pages of a run; null when it is not there any more, or cannot be read.</summary>
    public static EarlierPages? Open(string runFolder)
    {
        try
        {
            return Directory.Exists(runFolder) ? new EarlierPages(RunCapture.Open(runFolder)) : null;
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return null;
        }
    }

    /// <summary>The page as it was, when it can be asked whether it still is so.</summary>
    internal EarlierPage? Find(FetchRequest request)
    {
        try
        {
            return _capture.FindLast(request.Url) is { } exchange && exchange.Body.Length <= Math.Min(MostBytes, request.MaxBody)
                ? EarlierPage.Of(exchange)
                : null;
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return null;
        }
    }

    public void Dispose() => _capture.Dispose();

    private static bool IsUnreadable(Exception error) =>
        error is CaptureDamagedException or RunStoreException or IOException or UnauthorizedAccessException;
}
