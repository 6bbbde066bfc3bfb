using System.Text.Json;
using Trawl.Engine.Seams.Pages;
using Trawl.Html.Dom;
using Trawl.Steps.Selecting;
using Trawl.Steps.Tracing;
using Trawl.Steps.Values;
using Trawl.Web.Codings;
using Trawl.Web.Urls;

namespace Trawl.Steps.Content;

/// <summary>
/// A page as selectors see it: decoded and parsed at most once, and only when asked. One thread works with it; it is
/// used again for the next page.
/// </summary>
internal sealed partial class PageView : IDisposable
{
    private DecodedContent? _content;
    private JsonDocument? _json;
    private string? _text;
    private string? _contentType;

    public PageView() => Texts = new ElementTexts(this);

    public FetchedPage Page { get; private set; } = null!;

    public WebUrl Url => Page.Url;

    public ContentKind Kind { get; private set; }

    /// <summary>Null unless the page is HTML.</summary>
    public HtmlDocument? Document { get; private set; }

    /// <summary>The root value; null unless the page is JSON.</summary>
    public JsonElement? Json => _json?.RootElement;

    public ElementTexts Texts { get; }

    /// <summary>What relative URLs are resolved against.</summary>
    public WebUrl Base { get; private set; } = null!;

    public ConvertContext Convert => new(Base, Page.Response.StartedAt.UtcDateTime.Year);

    public List<string> Warnings { get; } = [];

    /// <summary>Who is told how values come about; null when nobody asked, which is the rule.</summary>
    public IReadingObserver? Observer { get; set; }

    /// <summary>The body without content coding; what came of it where that failed.</summary>
    public ReadOnlyMemory<byte> Bytes => _content?.Bytes ?? default;

    /// <summary>The source as text; null when it is none.</summary>
    public string? Text => Kind == ContentKind.Other || _content is null ? null : _text ??= DecodeText();

    public void Open(FetchedPage page)
    {
        Page = page;
        Base = page.Url;
        Kind = ContentKind.Other;
    }

    /// <summary>Something was cut short; said once a page.</summary>
    public void Warn(string warning)
    {
        if (!Warnings.Contains(warning)) Warnings.Add(warning);
    }

    /// <summary>Decodes and parses the page whatever its type is; null when that went well.</summary>
    public PageError? Read()
    {
        var error = Decode();
        return error ?? Parse(DeclaredType() ?? Sniff());
    }

    /// <summary>Ends the work on this page and keeps what the next can use.</summary>
    public void Close()
    {
        Document?.Dispose();
        _json?.Dispose();
        _content?.Dispose();
        CloseSelection();
        CloseStructured();
        Texts.Reset();
        Warnings.Clear();
        Document = null;
        _json = null;
        _content = null;
        _text = _contentType = null;
        Observer = null;
        Page = null!;
        Base = null!;
    }

    public void Dispose() => Texts.Dispose();
}
