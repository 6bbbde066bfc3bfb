namespace Trawl.Api.Replaying;

/// <summary>What a changed pipeline would have made of a recorded run.</summary>
public sealed record TryPlanResponse
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>Pages processed.</summary>
    public required long Pages { get; init; }

    /// <summary>Time it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Why the pipeline ended its run early; null when it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>What became of each type of record, in the order of their names.</summary>
    public required IReadOnlyList<TypeDiff> Types { get; init; }

    /// <summary>Records that are not the same, by type and key, up to the limit of each sort.</summary>
    public required IReadOnlyList<RecordDiff> Records { get; init; }

    /// <summary>URLs the pipeline wanted that the capture does not hold. Nobody was asked for them.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}
