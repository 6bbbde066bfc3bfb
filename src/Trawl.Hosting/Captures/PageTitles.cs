using Trawl.Html.Dom;
using Trawl.Html.Parsing;
using Trawl.Html.Selectors;
using Trawl.Recording.Reading;
using Trawl.Web.Codings;
using Trawl.Web.Encodings;

namespace Trawl.Hosting.Captures;

/// <summary>Titles of recorded pages.</summary>
internal static class PageTitles
{
    private const int MaxBody = 64 << 20;

    /// <summary>The title; null when the page has none or cannot be read.</summary>
    public static string? Of(RecordedExchange exchange)
    {
        using var content = ContentDecoder.Decode(exchange.Header("Content-Encoding"), exchange.Body, new DecodeLimits(MaxBody));
        if (content.Status != DecodeStatus.Ok)
        {
            return null;
        }

        using var document = HtmlParser.Parse(PageEncoding.Decode(content.Bytes.Span, exchange.Header("Content-Type")).Text);
        var title = document.FindName("title");
        for (var node = HtmlDocument.Root; node != HtmlDocument.None; node = document.NextInTree(node, HtmlDocument.Root))
        {
            if (document.IsHtml(node, title))
            {
                return string.Join(' ', document.Text(node).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } text
                    ? text
                    : null;
            }
        }

        return null;
    }
}
