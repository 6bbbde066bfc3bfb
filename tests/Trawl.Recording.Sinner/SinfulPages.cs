using System.Text.Json;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;

namespace Trawl.Recording.Sinner;

/// <summary>Gives each page a record with a value that a sin made.</summary>
internal sealed class SinfulPages(IPageHandler inner, Func<FetchedPage, ValueTask<string>> sin) : IPageHandler
{
    public async ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["url"] = page.Url.Href, ["value"] = await sin(page) });
        return await inner.HandleAsync(page, cancellationToken) with { Records = [new NewRecord { Type = "page", Payload = payload }] };
    }
}
