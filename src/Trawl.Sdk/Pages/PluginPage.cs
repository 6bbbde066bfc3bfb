using System.Text;

namespace Trawl.Sdk.Pages;

/// <summary>A fetched page. Its body lies in memory shared with the engine, and is gone when the call ends.</summary>
public sealed class PluginPage
{
    internal PluginPage(Wire.PageMeta meta, ReadOnlyMemory<byte> body)
    {
        (Url, Status, ContentType, Body) = (meta.Url, meta.Status, meta.ContentType, body);
        FetchedAt = Wire.WireTime.Read(meta.FetchedAt);
    }

    /// <summary>Makes a page for a test.</summary>
    /// <param name="url">Where it was fetched from.</param>
    /// <param name="body">Its body.</param>
    /// <param name="contentType">Its Content-Type.</param>
    public PluginPage(string url, ReadOnlyMemory<byte> body, string? contentType = null)
        : this(new Wire.PageMeta { Url = url, Status = 200, ContentType = contentType }, body)
    {
    }

    /// <summary>Where it was fetched from.</summary>
    public string Url { get; }

    /// <summary>HTTP status, 2xx.</summary>
    public int Status { get; }

    /// <summary>The Content-Type as received; null when there was none.</summary>
    public string? ContentType { get; }

    /// <summary>When it was fetched. The only clock a plugin should look at: a replay gives the same.</summary>
    public DateTimeOffset FetchedAt { get; }

    /// <summary>The body's bytes, content codings removed. Not to be kept beyond the call.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);
}
