using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Web.Urls;

namespace Trawl.Steps.Tests;

/// <summary>Fetched pages made of text.</summary>
internal static class Pages
{
    public static readonly DateTimeOffset FetchedAt = new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2));

    public static FetchedPage Html(string html, string url = "https://shop.test/a/page.html") =>
        Of(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", url);

    public static FetchedPage Json(string json, string url = "https://shop.test/api/items") =>
        Of(Encoding.UTF8.GetBytes(json), "application/json", url);

    public static FetchedPage Of(
        byte[] body, string? contentType, string url = "https://shop.test/a/page.html", string? coding = null, long maxBody = 32 << 20)
    {
        var headers = new List<FetchHeader>();
        if (contentType is not null) headers.Add(new FetchHeader("Content-Type", contentType));
        if (coding is not null) headers.Add(new FetchHeader("Content-Encoding", coding));
        var response = new FetchResult
        {
            Status = 200,
            Headers = headers,
            Body = body,
            BodyLength = body.Length,
            StartedAt = FetchedAt,
        };
        return new FetchedPage(WebUrl.Parse(url), response, maxBody);
    }
}
