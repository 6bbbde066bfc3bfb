using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Rendering;

namespace Trawl.Hosting.Rendering;

/// <summary>Stands where a browser should: a page that needs one fails by name, and is never read as if it needed none.</summary>
internal sealed class MissingBrowser(string reason) : IPageRenderer
{
    public ValueTask<RenderedPage> RenderAsync(RenderRequest request, CancellationToken cancellationToken) =>
        new(new RenderedPage { Error = new FetchError(FetchErrorKind.Browser, reason) });

    public void Dispose()
    {
    }
}
