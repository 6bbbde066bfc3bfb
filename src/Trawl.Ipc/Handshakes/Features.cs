namespace Trawl.Ipc.Handshakes;

/// <summary>What an end can do. The server answers with what both can and it wants.</summary>
[Flags]
internal enum Features : uint
{
    None = 0,

    /// <summary>Rings in shared memory; without it frames travel on the socket.</summary>
    SharedMemory = 1,

    /// <summary>Frames whose checksum covers the header only may be sent.</summary>
    HeaderChecksum = 2,

    /// <summary>Messages may be compressed with raw DEFLATE (RFC 1951).</summary>
    Deflate = 4,

    /// <summary>Messages may be compressed with Brotli (RFC 7932).</summary>
    Brotli = 8,
}
