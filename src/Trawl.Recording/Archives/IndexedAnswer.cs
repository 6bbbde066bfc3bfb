using Trawl.Warc;

namespace Trawl.Recording.Archives;

/// <summary>An answer on its way into the index.</summary>
internal sealed record IndexedAnswer
{
    public required string Url { get; init; }

    public required string Timestamp { get; init; }

    public required string? RecordId { get; init; }

    public required IReadOnlyList<string> ConcurrentTo { get; init; }

    public required WarcRecordType Type { get; init; }

    public int Member { get; set; }

    public WarcPosition Position { get; set; }

    public string? Mime { get; init; }

    public int Status { get; init; }

    public string? Digest { get; init; }
}
