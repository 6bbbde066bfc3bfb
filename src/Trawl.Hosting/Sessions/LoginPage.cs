using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Web.Urls;

namespace Trawl.Hosting.Sessions;

/// <summary>An answer on the way through a login.</summary>
internal sealed record LoginPage(WebUrl Url, FetchResult Result) : IDisposable
{
    /// <summary>Where a redirect leads; null for anything else.</summary>
    public WebUrl? Target => Result is { Error: null, Status: 301 or 302 or 303 or 307 or 308 }
        && WebUrl.TryParse(Result.Header("Location"), Url, out var target) && target.IsHttp ? target : null;

    public FetchedPage Page(long maxBody) => new(Url, Result, maxBody);

    public void Dispose() => Result.Dispose();
}
