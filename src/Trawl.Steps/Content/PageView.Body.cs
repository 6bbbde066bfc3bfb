using System.Buffers;
using System.Text;
using System.Text.Json;
using Trawl.Engine.Seams.Pages;
using Trawl.Html.Dom;
using Trawl.Html.Parsing;
using Trawl.Model.Errors;
using Trawl.Web.Codings;
using Trawl.Web.Encodings;
using Trawl.Web.Headers;

namespace Trawl.Steps.Content;

/// <content>From received bytes to something that selectors can be asked of.</content>
internal sealed partial class PageView
{
    private const string Utf8Name = "UTF-8";

    /// <summary>The media type of the page as the header says, or null when it says nothing usable.</summary>
    public string? DeclaredType()
    {
        _contentType = Page.Response.Header("Content-Type");
        return EssenceCache.Of(_contentType);
    }

    /// <summary>Removes content codings; null when that went well.</summary>
    public PageError? Decode()
    {
        if (_content is not null) return null;
        _content = ContentDecoder.Decode(ContentEncoding(), Body(), new DecodeLimits(Page.MaxBody));
        return _content.Status switch
        {
            DecodeStatus.Ok => null,
            DecodeStatus.TooLarge => new PageError(
                ErrorCode.FetchTooLarge,
                $"The body of \"{Url}\" is larger than {Page.MaxBody} bytes when decompressed, or a decompression bomb."),
            DecodeStatus.UnknownCoding => new PageError(
                ErrorCode.FetchContentCoding, $"The body of \"{Url}\" has the content coding \"{_content.Coding}\", which is not known."),
            _ => new PageError(
                ErrorCode.FetchContentCoding,
                $"The body of \"{Url}\" is cut off or is no {_content.Coding}: {_content.Bytes.Length} bytes could be decoded."),
        };
    }

    /// <summary>The type that the decoded body looks like.</summary>
    public string Sniff() => ContentSniffer.Guess(_content!.Bytes.Span);

    /// <summary>Parses the decoded body as its type asks; null when that went well.</summary>
    public PageError? Parse(string essence)
    {
        Kind = ContentSniffer.KindOf(essence);
        if (Kind == ContentKind.Json) return ParseJson();
        if (Kind != ContentKind.Html) return null;
        Document = ParseHtml();
        if (Document.LimitHit != ParseLimits.None) Warn($"The page is larger than the parser allows and was cut ({Document.LimitHit}).");
        return null;
    }

    /// <summary>
    /// UTF-8, which nearly every page is, goes through a pooled buffer: a string of a page is garbage at once, and a
    /// larger one costs a full collection.
    /// </summary>
    private HtmlDocument ParseHtml()
    {
        var bytes = _content!.Bytes.Span;
        if (PageEncoding.Decide(bytes, _contentType).Name != Utf8Name) return HtmlParser.Parse(Text!);
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        var length = Encoding.UTF8.GetChars(bytes, characters);
        var document = HtmlParser.Parse(characters.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(characters);
        return document;
    }

    private PageError? ParseJson()
    {
        try
        {
            _json = JsonDocument.Parse(JsonBytes());
            return null;
        }
        catch (JsonException e)
        {
            return new PageError(
                ErrorCode.StepFailed,
                $"The body of \"{Url}\" is declared as JSON and is none (line {e.LineNumber + 1}, byte {e.BytePositionInLine}).");
        }
    }

    private ReadOnlyMemory<byte> JsonBytes()
    {
        var bytes = _content!.Bytes;
        var decision = PageEncoding.Decide(bytes.Span, _contentType);
        // JSON is UTF-8 (RFC 8259, section 8.1); old services say otherwise and mean it.
        var isUtf8 = decision.Name == Utf8Name || decision.Reason == EncodingReason.Fallback;
        if (!isUtf8) bytes = Encoding.UTF8.GetBytes(Text!);
        else if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (!SurrogateRepair.MayNeed(bytes.Span)) return bytes;
        var repaired = bytes.ToArray();
        SurrogateRepair.Repair(repaired);
        return repaired;
    }

    private string DecodeText() => PageEncoding.Decode(_content!.Bytes.Span, _contentType).Text;

    private ReadOnlyMemory<byte> Body() =>
        Page.Response.BodyFile is { } file ? File.ReadAllBytes(file) : Page.Response.Body;

    private string? ContentEncoding()
    {
        string? all = null;
        foreach (var header in Page.Response.Headers)
        {
            if (!header.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)) continue;
            all = all is null ? header.Value : all + "," + header.Value;
        }

        return all;
    }
}
