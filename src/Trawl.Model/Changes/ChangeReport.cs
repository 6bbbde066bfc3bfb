namespace Trawl.Model.Changes;

/// <summary>What became of an earlier run's pages and records, and what was saved by going on from it.</summary>
public sealed record ChangeReport
{
    /// <summary>The earlier run.</summary>
    public required string Since { get; init; }

    /// <summary>Why nothing could be compared; null when it could.</summary>
    public string? Note { get; init; }

    /// <summary>Pages fetched well, by URL; a page is the same when the bytes of its body are.</summary>
    public ChangeCounts Pages { get; init; } = new(0, 0, 0, 0);

    /// <summary>Pages that the server said had not changed (status 304).</summary>
    public long NotModified { get; init; }

    /// <summary>Bytes of their bodies, which were not received again.</summary>
    public long SavedBytes { get; init; }

    /// <summary>Published records by type, by their keys; without a key by page and place on it.</summary>
    public IReadOnlyDictionary<string, ChangeCounts> Records { get; init; } = new Dictionary<string, ChangeCounts>();
}
