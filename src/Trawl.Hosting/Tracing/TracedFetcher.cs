using Trawl.Engine.Seams.Fetching;

namespace Trawl.Hosting.Tracing;

/// <summary>Notes when each exchange began and ended.</summary>
internal sealed class TracedFetcher(IFetcher inner, RequestTraces traces, TimeProvider clock) : IFetcher
{
    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var from = clock.GetUtcNow();
        try
        {
            return await inner.FetchAsync(request, cancellationToken);
        }
        finally
        {
            var took = new TimeRange(from, clock.GetUtcNow());
            if (request.RequestId is { } id)
            {
                traces.Fetched(id, took);
            }
            else if (request.RobotsOf is { } host)
            {
                traces.Robots(host, took);
            }
        }
    }
}
