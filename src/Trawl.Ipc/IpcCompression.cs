namespace Trawl.Ipc;

/// <summary>How messages may be made smaller. An end offers what it can; of what both can, Deflate comes first: it is faster.</summary>
[Flags]
public enum IpcCompression
{
    /// <summary>Not at all. The default: a copy through shared memory costs far less than compressing.</summary>
    None = 0,

    /// <summary>Raw DEFLATE (RFC 1951).</summary>
    Deflate = 1,

    /// <summary>Brotli (RFC 7932): smaller, and slower to write.</summary>
    Brotli = 2,
}
