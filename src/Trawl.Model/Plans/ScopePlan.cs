namespace Trawl.Model.Plans;

/// <summary>Which URLs belong to the run, and how much of them.</summary>
public sealed record ScopePlan
{
    /// <summary>Host patterns (<c>example.com</c>, <c>*.example.com</c>, <c>host:8080</c>); at least one.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>URL patterns one of which must match; empty allows all.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>URL patterns none of which may match; stronger than <see cref="Include"/>.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Links followed at most from a start URL along the shortest path; null for no limit.</summary>
    public int? Depth { get; init; }

    /// <summary>Pages fetched at most; null for no limit. Which pages those are depends on the order of arrival.</summary>
    public long? Pages { get; init; }

    /// <summary>Bytes received at most; null for no limit.</summary>
    public long? Bytes { get; init; }

    /// <summary>True to follow links that look like a crawler trap too; null or false to leave them out.</summary>
    public bool? FollowTraps { get; init; }

    /// <summary>Time spent running at most, over all resumes; null for no limit.</summary>
    public TimeSpan? Time { get; init; }
}
