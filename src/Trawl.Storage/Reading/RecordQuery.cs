using Trawl.Model.Records;

namespace Trawl.Storage.Reading;

/// <summary>Asks for records in the order of their ids.</summary>
public sealed record RecordQuery
{
    public string? Type { get; init; }

    public RecordStatus? Status { get; init; }

    public long? RequestId { get; init; }

    /// <summary>The last id of the page before; 0 for the first page.</summary>
    public long After { get; init; }

    public int Limit { get; init; } = 20;
}
