using Trawl.Api.Hosts;
using Trawl.Api.Requests;

namespace Trawl.Api.Explaining;

/// <summary>All that a run knows of a URL.</summary>
public sealed record UrlExplanation
{
    /// <summary>The answer in one sentence.</summary>
    public required string Verdict { get; init; }

    /// <summary>The URL as it was asked for.</summary>
    public required string Asked { get; init; }

    /// <summary>The URL under which the run knows it.</summary>
    public required string Canonical { get; init; }

    /// <summary>What the rules of <c>canonical</c> changed, in order; empty when the URL was canonical.</summary>
    public required IReadOnlyList<SpellingChange> Changes { get; init; }

    /// <summary>Whether the run wants it, and by which pattern.</summary>
    public required ScopeDecision Scope { get; init; }

    /// <summary>What its host's robots.txt says; null when that file was not fetched.</summary>
    public RobotsDecision? Robots { get; init; }

    /// <summary>The names of the page rules whose URL patterns it matches.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The request; null when the run never met the URL.</summary>
    public RequestInfo? Request { get; init; }

    /// <summary>What the request's code means; null when there is none.</summary>
    public string? Meaning { get; init; }

    /// <summary>Its attempts, oldest first.</summary>
    public IReadOnlyList<AttemptInfo> Attempts { get; init; } = [];

    /// <summary>How it was found, from the page it stood on up to a start point.</summary>
    public IReadOnlyList<FoundOn> Path { get; init; } = [];

    /// <summary>Records that came from it.</summary>
    public long Records { get; init; }

    /// <summary>Its host's politeness; null when the run never met the host.</summary>
    public HostInfo? Host { get; init; }
}
