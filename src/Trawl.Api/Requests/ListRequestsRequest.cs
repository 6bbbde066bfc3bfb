using Trawl.Model.Requests;

namespace Trawl.Api.Requests;

/// <summary>Asks for requests of a run in the order they were found.</summary>
public sealed record ListRequestsRequest
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>Only requests in this state; null for all.</summary>
    public RequestState? State { get; init; }

    /// <summary>Only requests with this code; null for all.</summary>
    public string? Code { get; init; }

    /// <summary>Only requests whose URL contains this text; null for all.</summary>
    public string? UrlContains { get; init; }

    /// <summary><see cref="RequestPage.Next"/> of the page before; 0 for the first page.</summary>
    public long After { get; init; }

    /// <summary>Requests at most, 1 to 1,000.</summary>
    public int Limit { get; init; } = 50;
}
