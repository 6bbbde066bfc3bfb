using Trawl.Engine.Seams.Fetching;
using Trawl.Web.Urls;

namespace Trawl.Engine.Seams.Pages;

/// <summary>A page as the rules see it: a response with status 2xx, its body not decoded yet.</summary>
/// <param name="Url">Where it was fetched from.</param>
/// <param name="Response">The exchange; valid only during the call.</param>
/// <param name="MaxBody">Size of the decompressed body at most, in bytes.</param>
public sealed record FetchedPage(WebUrl Url, FetchResult Response, long MaxBody);
