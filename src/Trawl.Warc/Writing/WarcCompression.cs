namespace Trawl.Warc.Writing;

/// <summary>How records are stored.</summary>
public enum WarcCompression
{
    /// <summary>One gzip member a record (ISO 28500:2017 annex D), for files named <c>.warc.gz</c>.</summary>
    Gzip,

    /// <summary>Plain, for files named <c>.warc</c>.</summary>
    None,
}
