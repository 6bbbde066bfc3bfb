namespace Trawl.Web.Urls;

/// <summary>Serialises the origin of a URL (URL standard §4.7 and HTML §7.1.1).</summary>
internal static class UrlOrigin
{
    private const string Opaque = "null";

    public static string Serialize(WebUrl url)
    {
        if (url.Parts.Kind is not (SchemeKind.Other or SchemeKind.File)) return Tuple(url);
        if (!url.SchemeSpan.SequenceEqual("blob")) return Opaque;
        // A blob URL has the origin of the http(s) URL that its path is.
        return WebUrl.TryParse(url.PathSpan, null, out var inner) && inner.IsHttp ? Tuple(inner) : Opaque;
    }

    private static string Tuple(WebUrl url) => string.Concat(url.SchemeSpan, "://", url.HostAndPortSpan);
}
