namespace Trawl.Api.Records;

/// <summary>Asks for records of a run in the order they were stored.</summary>
public sealed record ListRecordsRequest
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>Only records of this type; null for all.</summary>
    public string? Type { get; init; }

    /// <summary><see cref="RecordPage.Next"/> of the page before; 0 for the first page.</summary>
    public long After { get; init; }

    /// <summary>Records at most, 1 to 1,000.</summary>
    public int Limit { get; init; } = 20;
}
