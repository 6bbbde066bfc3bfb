namespace Trawl.Warc.Reading;

/// <summary>What stands behind a block.</summary>
internal enum RecordEnd
{
    /// <summary>Two CRLF.</summary>
    Right,

    /// <summary>Something else, and then the next record or the end all the same.</summary>
    Odd,

    /// <summary>Bytes that belong to nothing: the length is in doubt.</summary>
    None,
}
