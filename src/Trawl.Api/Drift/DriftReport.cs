using Trawl.Model.Drift;

namespace Trawl.Api.Drift;

/// <summary>What comparing a run with earlier ones came to, with the numbers that were compared.</summary>
public sealed record DriftReport
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>What it came to.</summary>
    public required DriftVerdict Verdict { get; init; }

    /// <summary>Fetched requests by outcome: <c>2xx</c>, <c>3xx</c>, <c>4xx</c>, <c>5xx</c>, <c>error</c>. Empty when nothing was counted.</summary>
    public IReadOnlyDictionary<string, long> Requests { get; init; } = new Dictionary<string, long>();

    /// <summary>Processed pages by rule.</summary>
    public IReadOnlyDictionary<string, long> Pages { get; init; } = new Dictionary<string, long>();

    /// <summary>Processed pages that no rule fits.</summary>
    public long PagesWithoutRule { get; init; }

    /// <summary>Records by type.</summary>
    public IReadOnlyDictionary<string, DriftRecord> Records { get; init; } = new Dictionary<string, DriftRecord>();
}
