namespace Trawl.Model.Plans;

/// <summary>What to do with pages of one kind.</summary>
public sealed record PageRule
{
    /// <summary>Name of the rule, unique in the pipeline.</summary>
    public required string Name { get; init; }

    /// <summary>URL patterns one of which must match; empty matches every URL.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>Content types one of which must match (<c>text/html</c>, <c>application/*</c>); empty matches every type.</summary>
    public IReadOnlyList<string> ContentTypes { get; init; } = [];

    /// <summary>A selector that must find something; null for no such condition.</summary>
    public SelectorSpec? Selector { get; init; }

    /// <summary>How its pages are opened in a browser; null when they are not.</summary>
    public RenderPlan? Render { get; init; }

    /// <summary>Links to follow.</summary>
    public IReadOnlyList<FollowStep> Follow { get; init; } = [];

    /// <summary>Records to extract.</summary>
    public IReadOnlyList<ExtractStep> Extract { get; init; } = [];
}
