using System.Globalization;
using Trawl.Api.Errors;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Egress;
using Trawl.Fetch.Http;
using Trawl.Hosting.Settings;
using Trawl.Html.Parsing;
using Trawl.Model.Plans;
using Trawl.Pipelines.Starter;
using Trawl.Web.Codings;
using Trawl.Web.Encodings;
using Trawl.Web.Urls;

namespace Trawl.Hosting.Starting;

/// <summary>Fetches one page and writes a first pipeline for it.</summary>
internal sealed class StarterPage(TrawlSettings settings, TimeProvider clock)
{
    private const int MaxRedirects = 5;
    private const int MaxBody = 16 << 20;

    public async Task<ApiResult<StarterPipeline>> WriteAsync(string text, CancellationToken cancellationToken)
    {
        if (!WebUrl.TryParse(text, out var url) || !url.IsHttp)
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest,
                $"\"{text}\" is no absolute http or https URL.",
                "Write it whole, as in \"https://example.com/a\".");
        }

        using var fetcher = new HttpFetcher(new FetcherOptions
        {
            Plan = new FetchPlan { Contact = settings.Contact, UserAgent = settings.UserAgent },
            Egress = EgressRules.ForStart(url),
            TempFolder = Path.GetTempPath(),
            Time = clock,
        });
        for (var hop = 0; ; hop++)
        {
            using var response = await fetcher.FetchAsync(
                new FetchRequest { Url = url.WithoutFragment().Href, MaxBody = MaxBody }, cancellationToken);
            if (response.Status is >= 300 and < 400 && hop < MaxRedirects
                && WebUrl.TryParse(response.Header("Location"), url, out var target) && target.IsHttp)
            {
                url = target;
                continue;
            }

            return Problem(url, response) is { } problem ? problem : Write(url, response);
        }
    }

    private static ApiError? Problem(WebUrl url, FetchResult response)
    {
        if (response.Error is { } error)
        {
            return new ApiError(ApiErrorKind.Unavailable, $"\"{url.Href}\" cannot be fetched: {error.Message}");
        }

        if (response.Status is < 200 or >= 300)
        {
            return new ApiError(
                ApiErrorKind.Unavailable,
                string.Create(CultureInfo.InvariantCulture, $"\"{url.Href}\" answered with status {response.Status}."),
                "Open it in a browser to see the URL it really has.");
        }

        var type = response.Header("Content-Type") ?? "text/html";
        return type.Contains("html", StringComparison.OrdinalIgnoreCase)
            ? null
            : new ApiError(
                ApiErrorKind.InvalidRequest, $"\"{url.Href}\" is \"{type}\"; a starter pipeline is written for an HTML page.",
                "docs/reference/pipeline.md shows how to read JSON with JSONPath.");
    }

    private static ApiResult<StarterPipeline> Write(WebUrl url, FetchResult response)
    {
        using var content = ContentDecoder.Decode(response.Header("Content-Encoding"), response.Body, new DecodeLimits(MaxBody));
        if (content.Status != DecodeStatus.Ok)
        {
            return new ApiError(ApiErrorKind.Unavailable, $"\"{url.Href}\" cannot be decompressed: {content.Status}.");
        }

        var html = PageEncoding.Decode(content.Bytes.Span, response.Header("Content-Type")).Text;
        using var document = HtmlParser.Parse(html);
        return new StarterPipeline(url.Href, StarterWriter.Write(url, document));
    }
}
