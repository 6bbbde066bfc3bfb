using Trawl.Engine.Seams.Fetching;

namespace Trawl.Hosting.Running;

/// <summary>Fills in the headers of single requests just before they are sent.</summary>
internal sealed class SecretsFetcher(IFetcher inner, HeaderSecrets secrets) : IFetcher, IDisposable
{
    public ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken) =>
        inner.FetchAsync(
            request.Headers.Count == 0 ? request : request with { Headers = secrets.Resolve(request.Headers) },
            cancellationToken);

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
