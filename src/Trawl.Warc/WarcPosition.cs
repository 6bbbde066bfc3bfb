namespace Trawl.Warc;

/// <summary>
/// Where a record stands in its file. With one gzip member a record (ISO 28500:2017 annex D) this byte range alone can
/// be read without the rest of the file.
/// </summary>
/// <param name="Offset">First byte of the record, or of the gzip member that holds it, from the start of the file.</param>
/// <param name="Length">Bytes up to the end of the record or member, as stored.</param>
public readonly record struct WarcPosition(long Offset, long Length)
{
    /// <summary>First byte behind the record.</summary>
    public long End => Offset + Length;
}
