namespace Trawl.Web.Sitemaps;

/// <summary>Limits that keep a hostile sitemap from costing more than it is worth.</summary>
public sealed record SitemapOptions
{
    /// <summary>How many bytes to read after decompression. 128 MiB by default; the protocol allows 50 MB.</summary>
    public long MaxBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>How many bytes one XML token (a tag, a text) may take. 1 MiB by default.</summary>
    public long MaxTokenBytes { get; init; } = 1024 * 1024;

    /// <summary>How deep elements may be nested. 32 by default.</summary>
    public int MaxDepth { get; init; } = 32;
}
