using Trawl.Engine.Seams.Fetching;

namespace Trawl.Recording.Revalidating;

/// <summary>
/// Asks whether pages changed since an earlier run recorded them. Where the server says no (304), the page is the recorded
/// one: the rules of today read it, so records are the same as if it had been received again.
/// </summary>
/// <param name="inner">Asks.</param>
/// <param name="earlier">What was recorded.</param>
/// <param name="mayKeep">Whether a URL's page is what the server sends, and not what a browser makes of it.</param>
public sealed class RevalidatingFetcher(IFetcher inner, EarlierPages earlier, Func<string, bool> mayKeep) : IFetcher, IDisposable
{
    /// <inheritdoc/>
    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (!IsPlain(request) || earlier.Find(request) is not { } page)
        {
            return await inner.FetchAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var answer = await inner.FetchAsync(request with { Validators = page.Validators }, cancellationToken).ConfigureAwait(false);
        if (answer is not { Status: 304, Error: null })
        {
            return answer;
        }

        if (page.IsMeantBy(answer))
        {
            return page.After(answer);
        }

        // The server speaks of a version that we do not have (RFC 9111 §4.3.4).
        answer.Dispose();
        return await inner.FetchAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the earlier recording; the inner fetcher is its owner's.</summary>
    public void Dispose() => earlier.Dispose();

    private bool IsPlain(FetchRequest request) =>
        request is { RequestId: not null, Plugin: null, Method: "GET", Body.IsEmpty: true } && mayKeep(request.Url);
}
