using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Model.Requests;

namespace Trawl.Engine.Seams.Store;

/// <summary>A request to add to the frontier unless its fingerprint is already there.</summary>
public sealed record NewRequest
{
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>Canonical absolute URL without fragment.</summary>
    public required string Url { get; init; }

    /// <summary>Origin (<c>scheme://host[:port]</c>): the unit of politeness and of robots.txt.</summary>
    public required string Host { get; init; }

    public RequestKind Kind { get; init; }

    public string Method { get; init; } = "GET";

    public IReadOnlyList<HeaderPlan> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Links on the path that found it.</summary>
    public int Depth { get; init; }

    /// <summary>Redirects in a row that led here.</summary>
    public int Redirects { get; init; }

    /// <summary>The page it was found on; null for a start point.</summary>
    public long? ParentId { get; init; }

    /// <summary>The rule or start point that found it.</summary>
    public required string Via { get; init; }

    /// <summary>A code of <see cref="Model.Errors.ErrorCode"/> when it is to be stored as skipped at once; null to queue it.</summary>
    public string? SkipCode { get; init; }

    /// <summary>Why it is skipped, for people; null when the code says it all.</summary>
    public string? SkipReason { get; init; }
}
