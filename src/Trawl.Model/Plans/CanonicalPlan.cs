namespace Trawl.Model.Plans;

/// <summary>Rules that make URLs of one page equal; see <c>docs/reference/urls.md</c>.</summary>
public sealed record CanonicalPlan
{
    /// <summary>Names of query parameters to remove; <c>*</c> stands for any run of characters.</summary>
    public IReadOnlyList<string> DropParameters { get; init; } = [];

    /// <summary>Whether query parameters are sorted by name.</summary>
    public bool SortQuery { get; init; }

    /// <summary>Whether a slash at the end of a path is removed.</summary>
    public bool DropTrailingSlash { get; init; }

    /// <summary>Whether a <c>?</c> with nothing behind it is removed.</summary>
    public bool DropEmptyQuery { get; init; }
}
