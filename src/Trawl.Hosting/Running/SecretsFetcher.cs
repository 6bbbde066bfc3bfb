using Trawl.Engine.Seams.Fetching;

namespace Trawl.Hosting.Running;

/// <summary>Fills in what a run keeps out of its files, just before a request is sent: headers, and sealed parts of its URL.</summary>
internal sealed class SecretsFetcher(IFetcher inner, HeaderSecrets secrets, IUrlSeal? seal) : IFetcher, IDisposable
{
    public ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (request.Headers.Count > 0)
        {
            request = request with { Headers = secrets.Resolve(request.Headers) };
        }

        var url = seal?.Open(request.Url) ?? request.Url;
        return ReferenceEquals(url, request.Url)
            ? inner.FetchAsync(request, cancellationToken)
            : FetchOpenAsync(request with { Url = url }, cancellationToken);
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();

    /// <summary>What went wrong may name the URL.</summary>
    private async ValueTask<FetchResult> FetchOpenAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var result = await inner.FetchAsync(request, cancellationToken);
        if (result.Error is { } error)
        {
            result.Error = error with { Message = seal!.Seal(error.Message) };
        }

        result.Notes = [.. result.Notes.Select(seal!.Seal)];

        return result;
    }
}
