namespace Trawl.Api.Pages;

/// <summary>What a selector finds on all recorded pages of a rule.</summary>
public sealed record RuleSelection
{
    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Pages of the rule that were looked at.</summary>
    public required long Pages { get; init; }

    /// <summary>Pages on which it finds something.</summary>
    public required long PagesWithMatch { get; init; }

    /// <summary>How much it finds on all of them together.</summary>
    public required long Matches { get; init; }

    /// <summary>Some pages and what it finds first there, spread over all.</summary>
    public required IReadOnlyList<PageSample> Samples { get; init; }

    /// <summary>The first pages on which it finds nothing.</summary>
    public required IReadOnlyList<string> Without { get; init; }

    /// <summary>Pages of the rule that could not be looked at: not recorded, or damaged.</summary>
    public long Unread { get; init; }

    /// <summary>Why the first of those could not; null when there are none.</summary>
    public string? UnreadReason { get; init; }

    /// <summary>Seconds it took.</summary>
    public double Seconds { get; init; }
}
