namespace Trawl.Api.Pages;

/// <summary>What a selector finds on recorded pages.</summary>
public sealed record SelectResponse
{
    /// <summary>The selector and its language.</summary>
    public required SelectorText Selector { get; init; }

    /// <summary>The page, in the run's spelling.</summary>
    public required string Url { get; init; }

    /// <summary>How much it finds on the page.</summary>
    public required int Count { get; init; }

    /// <summary>The first of it.</summary>
    public required IReadOnlyList<SelectedNode> Matches { get; init; }

    /// <summary>Where it finds nothing: selectors much like it that find something, the likeliest first.</summary>
    public IReadOnlyList<SelectorAlternative> Alternatives { get; init; } = [];

    /// <summary>What it finds on all recorded pages of a rule; null when that was not asked for or no rule fits the page.</summary>
    public RuleSelection? Rule { get; init; }
}
