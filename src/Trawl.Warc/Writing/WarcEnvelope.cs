using System.Net;

namespace Trawl.Warc.Writing;

/// <summary>The fields of a record that its block does not tell (ISO 28500:2017 §5).</summary>
public sealed record WarcEnvelope
{
    /// <summary>What was fetched (§5.14). Spaces and control characters are percent-encoded.</summary>
    public required string TargetUri { get; init; }

    /// <summary>When the capture began (§5.4): the same for all its records.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The record's own id as a URI in angle brackets (§5.2), or null for a new one.</summary>
    public string? RecordId { get; init; }

    /// <summary>Ids of other records of the same capture (§5.7).</summary>
    public IReadOnlyList<string> ConcurrentTo { get; init; } = [];

    /// <summary>The address contacted (§5.10).</summary>
    public IPAddress? IpAddress { get; init; }

    /// <summary>Why the block is not whole (§5.15).</summary>
    public WarcTruncation Truncated { get; init; }

    /// <summary>Id of the warcinfo record (§5.16); null for the last one that this writer wrote, if any.</summary>
    public string? WarcinfoId { get; init; }

    /// <summary>Id of the record that a metadata record describes (§5.11). Not allowed for other types.</summary>
    public string? RefersTo { get; init; }

    /// <summary>The labelled digest of the payload (§5.9), where the caller has it already; null to let the writer decide.</summary>
    public string? PayloadDigest { get; init; }

    /// <summary>Other fields, written as they are.</summary>
    public IReadOnlyList<Field> Extra { get; init; } = [];
}
