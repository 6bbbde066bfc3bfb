using Trawl.Engine.Seams.Store;

namespace Trawl.Engine.Seams.Pages;

/// <summary>What a page gave.</summary>
public sealed record PageOutcome
{
    /// <summary>The rules that matched, in plan order.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Links in document order; the same link may stand in it more than once.</summary>
    public IReadOnlyList<DiscoveredLink> Links { get; init; } = [];

    /// <summary>Records in order of extraction.</summary>
    public IReadOnlyList<NewRecord> Records { get; init; } = [];

    /// <summary>Why the page could not be processed; null when it was.</summary>
    public PageError? Error { get; init; }

    /// <summary>A record broke a rule of a type whose policy is to fail the run; what and where.</summary>
    public string? Fatal { get; init; }

    /// <summary>What was cut short on the page, for people.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
