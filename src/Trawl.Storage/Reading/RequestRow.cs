using Trawl.Model.Ids;
using Trawl.Model.Requests;

namespace Trawl.Storage.Reading;

/// <summary>A request as stored.</summary>
public sealed record RequestRow
{
    public required long Id { get; init; }

    public required Fingerprint Fingerprint { get; init; }

    public required string Url { get; init; }

    public long HostId { get; init; }

    public string Method { get; init; } = "GET";

    public RequestKind Kind { get; init; }

    public RequestState State { get; init; }

    public int Depth { get; init; }

    public int Redirects { get; init; }

    public int Attempts { get; init; }

    /// <summary>The page it was found on first; null for a start point.</summary>
    public long? ParentId { get; init; }

    public required string Via { get; init; }

    /// <summary>When a waiting request becomes due.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When its last attempt ended.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>HTTP status of the last attempt; null or 0 when there was none.</summary>
    public int? Status { get; init; }

    public long? Bytes { get; init; }

    public TimeSpan? Duration { get; init; }

    public int? LinksNew { get; init; }

    public int? LinksKnown { get; init; }

    public int? LinksOutside { get; init; }

    public int? Records { get; init; }

    public string? ContentType { get; init; }

    public string? Address { get; init; }

    public string? RedirectedTo { get; init; }

    public string? Rules { get; init; }

    public string? Code { get; init; }

    public string? Reason { get; init; }
}
