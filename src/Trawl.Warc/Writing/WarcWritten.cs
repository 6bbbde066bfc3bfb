namespace Trawl.Warc.Writing;

/// <summary>What was written.</summary>
/// <param name="Position">Where the record stands in the file.</param>
/// <param name="RecordId">Its id, with angle brackets, for <c>WARC-Concurrent-To</c> and <c>WARC-Refers-To</c>.</param>
/// <param name="PayloadDigest">The labelled digest of its payload, if it has one.</param>
public readonly record struct WarcWritten(WarcPosition Position, string RecordId, string? PayloadDigest);
