using Trawl.Model.Requests;

namespace Trawl.Api.Requests;

/// <summary>A request and what became of it.</summary>
public sealed record RequestInfo
{
    /// <summary>Its number in the run, from 1, in the order requests were found.</summary>
    public required long Id { get; init; }

    /// <summary>Its canonical URL.</summary>
    public required string Url { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Where it is.</summary>
    public required RequestState State { get; init; }

    /// <summary>The code of its outcome; null when done or not settled.</summary>
    public string? Code { get; init; }

    /// <summary>What happened, for people.</summary>
    public string? Reason { get; init; }

    /// <summary>HTTP status of the last attempt; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Links on the shortest path that found it.</summary>
    public int Depth { get; init; }

    /// <summary>Attempts made.</summary>
    public int Attempts { get; init; }

    /// <summary>The rule or start point that found it.</summary>
    public required string Via { get; init; }
}
