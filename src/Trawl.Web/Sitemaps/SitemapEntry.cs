using Trawl.Web.Urls;

namespace Trawl.Web.Sitemaps;

/// <summary>One URL of a sitemap or feed.</summary>
/// <param name="Url">The URL, resolved against the sitemap's own.</param>
/// <param name="LastModified"><c>lastmod</c>, <c>updated</c> or <c>pubDate</c>; null when absent or no date.</param>
/// <param name="Priority"><c>priority</c>, 0 to 1; null when absent or out of range.</param>
/// <param name="ChangeFrequency"><c>changefreq</c> as written; null when absent.</param>
/// <param name="IsIndex">True when the URL is another sitemap rather than a page.</param>
public sealed record SitemapEntry(
    WebUrl Url, DateTimeOffset? LastModified, double? Priority, string? ChangeFrequency, bool IsIndex);
