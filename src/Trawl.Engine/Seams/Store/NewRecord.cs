using Trawl.Model.Records;

namespace Trawl.Engine.Seams.Store;

/// <summary>A record to store with the outcome of the page it came from.</summary>
public sealed record NewRecord
{
    public required string Type { get; init; }

    public RecordStatus Status { get; init; }

    /// <summary>Values of the key fields in one canonical text; null when the type has no key.</summary>
    public string? Key { get; init; }

    /// <summary>Values of fields that must be unique, as <c>field=value</c> texts; decided over the dataset when it is published.</summary>
    public IReadOnlyList<string> Uniques { get; init; } = [];

    /// <summary>The record as a UTF-8 JSON object, fields in plan order.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>A JSON array of <see cref="RecordProblem"/>; null when there is none.</summary>
    public string? Problems { get; init; }
}
