using Trawl.Model.Requests;

namespace Trawl.Storage.Reading;

/// <summary>Asks for requests in the order they were found.</summary>
public sealed record RequestQuery
{
    public RequestState? State { get; init; }

    public string? Code { get; init; }

    public string? UrlContains { get; init; }

    public long? HostId { get; init; }

    public long? ParentId { get; init; }

    /// <summary>The last id of the page before; 0 for the first page.</summary>
    public long After { get; init; }

    public int Limit { get; init; } = 50;
}
