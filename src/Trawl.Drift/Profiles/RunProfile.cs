namespace Trawl.Drift.Profiles;

/// <summary>What a run's pages and records looked like, in numbers. Its size depends on the plan, not on the run.</summary>
public sealed record RunProfile
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>Names start points, scope and links: volumes of runs that crawl something else are not comparable.</summary>
    public required string Extent { get; init; }

    /// <summary>Fetched requests by outcome: <c>2xx</c>, <c>3xx</c>, <c>4xx</c>, <c>5xx</c>, <c>error</c> (no usable answer).</summary>
    public IReadOnlyDictionary<string, long> Outcomes { get; init; } = new Dictionary<string, long>();

    /// <summary>Processed pages by rule; a page that several rules fit counts for each.</summary>
    public IReadOnlyDictionary<string, long> Pages { get; init; } = new Dictionary<string, long>();

    /// <summary>Processed pages that no rule fits.</summary>
    public long PagesWithoutRule { get; init; }

    /// <summary>Processed pages.</summary>
    public long AllPages { get; init; }

    /// <summary>Records by type.</summary>
    public IReadOnlyDictionary<string, RecordProfile> Records { get; init; } = new Dictionary<string, RecordProfile>();
}
