using Trawl.Engine.Seams.Fetching;
using Trawl.Recording.Reading;

namespace Trawl.Recording.Replaying;

/// <summary>Recorded exchanges as a fetcher gives them.</summary>
internal static class RecordedAnswers
{
    public static FetchResult Of(RecordedExchange exchange) => new()
    {
        Status = exchange.PageStatus,
        Plain = exchange.Kept is null ? null : new FetchResult { Status = exchange.Status },
        Kept = exchange.Kept,
        Headers = exchange.Headers,
        Body = exchange.Body,
        BodyLength = exchange.Received,
        Notes = exchange.Notes,
        Error = exchange.Error,
        Address = exchange.Address,
        Protocol = exchange.Protocol,
        StartedAt = exchange.StartedAt,
        Duration = exchange.Duration,
    };

    /// <summary>A host that was never asked for its robots.txt: there are no rules to break, for there is nobody to spare.</summary>
    public static FetchResult NoRobots() => new() { Status = 404 };

    public static FetchResult Missing(string url) => new()
    {
        Error = new FetchError(FetchErrorKind.NotRecorded, $"The capture holds no exchange for {url}; nobody was asked."),
    };
}
