namespace Trawl.Warc;

/// <summary>Names of the fields (ISO 28500:2017 §5).</summary>
public static class WarcFields
{
    /// <summary>The record's own URI, in angle brackets (§5.2). Mandatory.</summary>
    public const string RecordId = "WARC-Record-ID";

    /// <summary>Octets in the block (§5.3). Mandatory.</summary>
    public const string ContentLength = "Content-Length";

    /// <summary>When the capture began, UTC (§5.4). Mandatory.</summary>
    public const string Date = "WARC-Date";

    /// <summary>The record's type (§5.5). Mandatory.</summary>
    public const string Type = "WARC-Type";

    /// <summary>Media type of the block (§5.6).</summary>
    public const string ContentType = "Content-Type";

    /// <summary>Id of another record of the same capture; may repeat (§5.7).</summary>
    public const string ConcurrentTo = "WARC-Concurrent-To";

    /// <summary>Labelled digest of the whole block (§5.8).</summary>
    public const string BlockDigest = "WARC-Block-Digest";

    /// <summary>Labelled digest of the payload (§5.9).</summary>
    public const string PayloadDigest = "WARC-Payload-Digest";

    /// <summary>The address contacted (§5.10).</summary>
    public const string IpAddress = "WARC-IP-Address";

    /// <summary>Id of the record this one tells more about (§5.11).</summary>
    public const string RefersTo = "WARC-Refers-To";

    /// <summary>Target URI of the record referred to (§5.12).</summary>
    public const string RefersToTargetUri = "WARC-Refers-To-Target-URI";

    /// <summary>Date of the record referred to (§5.13).</summary>
    public const string RefersToDate = "WARC-Refers-To-Date";

    /// <summary>What was fetched (§5.14).</summary>
    public const string TargetUri = "WARC-Target-URI";

    /// <summary>Why the block is not whole (§5.15).</summary>
    public const string Truncated = "WARC-Truncated";

    /// <summary>Id of the warcinfo record that describes this one (§5.16).</summary>
    public const string WarcinfoId = "WARC-Warcinfo-ID";

    /// <summary>Name of the file, in its warcinfo record (§5.17).</summary>
    public const string Filename = "WARC-Filename";

    /// <summary>How a revisit record is to be read (§5.18).</summary>
    public const string Profile = "WARC-Profile";
}
