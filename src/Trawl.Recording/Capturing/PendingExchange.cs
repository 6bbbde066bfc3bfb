using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;

namespace Trawl.Recording.Capturing;

/// <summary>
/// An exchange between its end and its commit. Its bytes are held until they are written; from then on it knows where
/// it stands.
/// </summary>
internal sealed class PendingExchange(FetchRequest request, FetchResult result) : CapturedExchange
{
    private readonly Action _release = result.Hold();
    private FetchResult? _result = result;

    public FetchRequest Request { get; } = request;

    public FetchResult Result => _result ?? throw new InvalidOperationException("The exchange is written and let go.");

    /// <summary>Memory it keeps, about.</summary>
    public long Size { get; } = result.Body.Length + (result.Plain?.Body.Length ?? 0) + result.Screenshot.Length + 1024;

    /// <summary>Where it stands; null until it is written.</summary>
    public ExchangeRow? Row { get; private set; }

    public void Written(ExchangeRow row)
    {
        Row = row;
        LetGo();
    }

    public void LetGo()
    {
        _result = null;
        _release();
    }
}
