using Trawl.Engine.Seams.Fetching;

namespace Trawl.Hosting.Sessions;

/// <summary>Keeps the cookies that exchanges bring.</summary>
internal sealed class SessionFetcher(IFetcher inner, SessionFile file) : IFetcher, IDisposable
{
    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var result = await inner.FetchAsync(request, cancellationToken);
        file.Save(atOnce: false);
        return result;
    }

    public void Dispose()
    {
        file.Dispose();
        (inner as IDisposable)?.Dispose();
    }
}
