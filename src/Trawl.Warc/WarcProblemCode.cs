namespace Trawl.Warc;

/// <summary>The defects a reader tells apart. Values are never reused.</summary>
public enum WarcProblemCode
{
    /// <summary>Bytes that are neither a record nor a gzip member were skipped.</summary>
    Garbage = 1,

    /// <summary>A gzip member ends before its trailer (RFC 1952 §2.3).</summary>
    TruncatedMember = 2,

    /// <summary>A gzip member cannot be inflated, or its CRC or length is wrong (RFC 1951, RFC 1952 §2.3.1).</summary>
    BadMember = 3,

    /// <summary>A gzip member holds several records, so they have no byte range of their own (ISO 28500:2017 annex D).</summary>
    SeveralRecordsInMember = 4,

    /// <summary>A gzip member holds no record.</summary>
    EmptyMember = 5,

    /// <summary>A gzip member goes on and on without a record; the rest of it was left out.</summary>
    EndlessMember = 6,

    /// <summary>The version line names a version this reader does not know (§4).</summary>
    UnknownVersion = 7,

    /// <summary>The head of a record ends with the file or member.</summary>
    TruncatedHead = 8,

    /// <summary>The head of a record is larger than the reader's limit.</summary>
    HeadTooLarge = 9,

    /// <summary>A line of the head is no field: it has no colon or a bad name (§4).</summary>
    BadFieldLine = 10,

    /// <summary>A field goes on in the next line (§4; obsolete folding). It was joined.</summary>
    FoldedField = 11,

    /// <summary>A line ends with LF alone, where CRLF must stand (§4).</summary>
    BareLineFeed = 12,

    /// <summary>One of the four mandatory fields, or one the type demands, is missing (§5, §6).</summary>
    MissingField = 13,

    /// <summary>A field that must stand once stands twice (§5.1). The first one counts.</summary>
    RepeatedField = 14,

    /// <summary>Content-Length is no number of octets (§5.3). The block was taken as empty.</summary>
    BadContentLength = 15,

    /// <summary>The block is larger than the reader's limit. It was not read.</summary>
    BlockTooLarge = 16,

    /// <summary>The file or member ends inside the block.</summary>
    TruncatedBlock = 17,

    /// <summary>The block is not followed by two CRLF (§4): Content-Length may be wrong.</summary>
    MissingRecordEnd = 18,

    /// <summary>WARC-Date is no date of the W3C profile (§5.4).</summary>
    BadDate = 19,

    /// <summary>A URI holds white space (§5.14).</summary>
    SpaceInUri = 20,

    /// <summary>A target URI stands in angle brackets, which version 1.1 took away (§5.14). They were removed.</summary>
    BracketedUri = 21,

    /// <summary>WARC-Block-Digest is not the digest of the block (§5.8).</summary>
    WrongBlockDigest = 22,

    /// <summary>WARC-Payload-Digest is the digest of no reading of the payload (§5.9).</summary>
    WrongPayloadDigest = 23,

    /// <summary>A digest names an algorithm this reader does not know, or has no label.</summary>
    UnknownDigest = 24,

    /// <summary>The head of an HTTP message could not be read (RFC 9112).</summary>
    BadHttpHead = 25,

    /// <summary>The block still has its chunks (RFC 9112 §7.1).</summary>
    ChunkedBlock = 26,

    /// <summary>A body that says it is chunked is not, or stops in the middle. It was taken as it stands.</summary>
    BadChunks = 27,

    /// <summary>The stream under the reader failed or refused.</summary>
    UnreadableStream = 28,

    /// <summary>An index names another URI than the record at that place has.</summary>
    WrongIndex = 29,
}
