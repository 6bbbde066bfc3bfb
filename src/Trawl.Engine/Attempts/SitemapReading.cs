using System.Globalization;
using Trawl.Engine.Admission;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Web.Codings;
using Trawl.Web.Sitemaps;
using Trawl.Web.Urls;

namespace Trawl.Engine.Attempts;

/// <summary>
/// Reads a fetched sitemap into the frontier in pieces, each durable before the next, so that its size costs no memory.
/// A crash in between reads it again: what is already there is recognised by its fingerprint.
/// </summary>
internal sealed class SitemapReading(PipelinePlan plan, LinkAdmission admission, Admit admit)
{
    private const int Chunk = 1_000;

    /// <summary>Answers what is wrong with the sitemap, or null. What could be read was taken either way.</summary>
    public async Task<string?> ReadAsync(
        LeasedRequest request, FetchResult response, CancellationToken cancellationToken)
    {
        var include = IncludeOf(request.Via);
        var chunk = new List<NewRequest>();
        await using var body = DecodedStream.Open(response.OpenBody(), response.Header("Content-Encoding"));
        var reader = new SitemapReader(body, WebUrl.Parse(request.Url));
        await foreach (var entry in reader.ReadAsync(cancellationToken))
        {
            if ((entry.IsIndex || IsIncluded(include, entry.Url)) && admission.FromSitemap(entry, request) is { } found)
            {
                chunk.Add(found);
            }

            if (chunk.Count == Chunk)
            {
                await admit(new AdmissionChunk(chunk) { RequestId = request.Id }, null);
                chunk = [];
            }
        }

        if (chunk.Count > 0)
        {
            await admit(new AdmissionChunk(chunk) { RequestId = request.Id }, null);
        }

        return reader.Error;
    }

    private static bool IsIncluded(UrlMatcher include, WebUrl url) => include.Patterns.Count == 0 || include.IsMatch(url);

    /// <summary>The include patterns of the start point that led here, through any number of sitemap indexes.</summary>
    private UrlMatcher IncludeOf(string via)
    {
        var number = via.StartsWith("start[", StringComparison.Ordinal) ? via.AsSpan(6, via.Length - 7) : default;
        return PatternSet.Compile(
            int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && plan.Start[index] is StartSitemap sitemap ? sitemap.Include : []);
    }
}
