using Trawl.Model.Plans;

namespace Trawl.Api.Pages;

/// <summary>Asks what a selector finds on recorded pages.</summary>
public sealed record SelectRequest
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The page, an absolute http or https URL in any spelling.</summary>
    public required string Url { get; init; }

    /// <summary>The selector.</summary>
    public required string Selector { get; init; }

    /// <summary>Its language; null to go by its beginning: <c>$</c> is JSONPath, <c>/</c> XPath, anything else CSS.</summary>
    public SelectorLanguage? Language { get; init; }

    /// <summary>The rule whose pages are looked at as well; null for the one of the page's rules that fits the fewest pages.</summary>
    public string? Rule { get; init; }

    /// <summary>Whether only the page is looked at.</summary>
    public bool OnlyPage { get; init; }

    /// <summary>Matches, samples and pages without a match to name, 1 to 1,000 of each.</summary>
    public int Limit { get; init; } = 10;
}
