namespace Trawl.Warc.Compression;

/// <summary>How a gzip member went.</summary>
internal enum InflateStatus
{
    Running,
    Done,
    Truncated,
    Bad,
}
