using System.Text;
using Trawl.Api.Pages;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Recording.Capturing;
using Trawl.Recording.Reading;
using Trawl.Web.Urls;

namespace Trawl.Hosting.Recorded;

/// <summary>Recorded exchanges as rules and people see them.</summary>
internal static class Exchanges
{
    /// <summary>The page as the rules saw it when it was fetched.</summary>
    public static FetchedPage Page(RecordedExchange exchange, long maxBody) => new(
        WebUrl.Parse(exchange.Url),
        new FetchResult
        {
            Status = exchange.PageStatus,
            Headers = exchange.Headers,
            Body = exchange.Body,
            BodyLength = exchange.Received,
            Address = exchange.Address,
            StartedAt = exchange.StartedAt,
            Duration = exchange.Duration,
        },
        maxBody);

    public static RecordedAt At(RecordedExchange exchange, RunCapture capture) => new(
        CapturePath.Of(capture.Folder, exchange.File),
        exchange.Offset,
        exchange.Length,
        exchange.IsRevisit,
        exchange.StartedAt,
        Math.Round(exchange.Duration.TotalMilliseconds, 3),
        exchange.Protocol,
        exchange.Address);

    /// <summary>A head as text: octets as Latin-1, lines ending with LF, without the blank line.</summary>
    public static string Head(ReadOnlyMemory<byte> head) =>
        Encoding.Latin1.GetString(head.Span).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
}
