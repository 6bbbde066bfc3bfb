using Trawl.Api.Pages;

namespace Trawl.Mcp.Tools.Answers;

/// <summary>What a selector finds on a page, and on all recorded pages of its rule.</summary>
internal sealed record SelectorFinds
{
    public required string Language { get; init; }

    public required int Count { get; init; }

    public required IReadOnlyList<SelectedNode> Matches { get; init; }

    public required IReadOnlyList<SelectorAlternative> Alternatives { get; init; }

    public string? Rule { get; init; }

    public long? Pages { get; init; }

    public long? PagesWithMatch { get; init; }

    public IReadOnlyList<PageSample>? Samples { get; init; }

    /// <summary>The first pages of the rule on which it finds nothing.</summary>
    public IReadOnlyList<string>? Without { get; init; }

    public static SelectorFinds Of(SelectResponse found) => new()
    {
        Language = found.Selector.Language.ToString().ToLowerInvariant(),
        Count = found.Count,
        Matches = found.Matches,
        Alternatives = found.Alternatives,
        Rule = found.Rule?.Rule,
        Pages = found.Rule?.Pages,
        PagesWithMatch = found.Rule?.PagesWithMatch,
        Samples = found.Rule?.Samples,
        Without = found.Rule?.Without,
    };
}
