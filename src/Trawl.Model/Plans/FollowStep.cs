namespace Trawl.Model.Plans;

/// <summary>Follows links found on a page.</summary>
public sealed record FollowStep
{
    /// <summary>Finds the links.</summary>
    public required SelectorSpec Selector { get; init; }

    /// <summary>The attribute that holds the URL, for CSS and XPath on elements.</summary>
    public string Attribute { get; init; } = "href";

    /// <summary>URL patterns one of which must match the resolved link; empty takes all.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>URL patterns none of which may match.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>A URL with <c>{value}</c> in it, into which the found value goes percent-encoded; null takes the value as the URL.</summary>
    public string? Template { get; init; }

    /// <summary>Whether the link leads to a sibling page (pagination): it does not count as a step of depth.</summary>
    public bool SameDepth { get; init; }
}
