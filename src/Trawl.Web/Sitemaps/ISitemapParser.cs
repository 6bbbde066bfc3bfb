namespace Trawl.Web.Sitemaps;

/// <summary>One format of sitemaps, read entry by entry.</summary>
internal interface ISitemapParser : IDisposable
{
    /// <summary>The next entry, or null at the end.</summary>
    Task<RawEntry?> ReadAsync(CancellationToken cancellationToken);
}
