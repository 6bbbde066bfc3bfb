using Trawl.Engine.Seams.Plugins;
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

    /// <summary>Why the page could not be processed; null when it was. Its links are followed all the same.</summary>
    public PageError? Error { get; init; }

    /// <summary>A record broke a rule of a type whose policy is to fail the run; what and where.</summary>
    public string? Fatal { get; init; }

    /// <summary>
    /// Why no page can be processed now: the request goes back to the frontier, and the run stops so that it can be resumed.
    /// Null when that is not so.
    /// </summary>
    public string? Suspend { get; init; }

    /// <summary>What plugins did for the page.</summary>
    public IReadOnlyList<PluginTrace> Plugins { get; init; } = [];

    /// <summary>What was cut short on the page, for people.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
