using Trawl.Engine.Seams.Pages;

namespace Trawl.Hosting.Tracing;

/// <summary>Notes how long the rules took for each page.</summary>
internal sealed class TracedPages(IPageHandler inner, RequestTraces traces, TimeProvider clock) : IPageHandler
{
    public async ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken)
    {
        var from = clock.GetUtcNow();
        try
        {
            return await inner.HandleAsync(page, cancellationToken);
        }
        finally
        {
            traces.Parsed(page.Url.Href, new TimeRange(from, clock.GetUtcNow()));
        }
    }
}
