namespace Trawl.Ipc;

/// <summary>What both ends can set for a connection.</summary>
public record IpcOptions
{
    /// <summary>Bytes of each of the two rings: a power of two from 16 KiB to 256 MiB. Memory is used only where it is written. 1 MiB.</summary>
    public int RingBytes { get; init; } = 1 << 20;

    /// <summary>The largest message, fragments put together. 16 MiB. The smaller of both ends' values holds.</summary>
    public int MaxMessageBytes { get; init; } = 16 << 20;

    /// <summary>Which transport may be used.</summary>
    public IpcTransport Transport { get; init; } = IpcTransport.Auto;

    /// <summary>How far the peer is believed.</summary>
    public IpcTrust Trust { get; init; } = IpcTrust.CopyBeforeRead;

    /// <summary>How messages may be compressed, where the other end can too. Not at all.</summary>
    public IpcCompression Compression { get; init; } = IpcCompression.None;

    /// <summary>Messages of fewer bytes are not compressed. 4 KiB, at least 64.</summary>
    public int CompressAbove { get; init; } = 4096;

    /// <summary>What checksums cover, where the other end agrees. All.</summary>
    public IpcChecksum Checksum { get; init; } = IpcChecksum.Whole;

    /// <summary>How to wait.</summary>
    public IpcWaiting Waiting { get; init; } = IpcWaiting.Adaptive;

    /// <summary>The longest time to spin before blocking, when spinning pays at all. 100 µs: more than waking a
    /// thread costs on most machines; usually less is spun.</summary>
    public TimeSpan SpinLimit { get; init; } = TimeSpan.FromMicroseconds(100);

    /// <summary>Calls this end may have open at the same time, and the peer likewise. 1,024, at most 65,536.</summary>
    public int MaxCalls { get; init; } = 1024;

    /// <summary>Bytes that may wait for room in the ring before senders are held back. One message always may. 4 MiB.</summary>
    public int MaxQueuedBytes { get; init; } = 4 << 20;

    /// <summary>Bytes that unfinished fragmented messages of a connection may hold. 32 MiB.</summary>
    public long MaxAssemblyBytes { get; init; } = 32 << 20;

    /// <summary>Bytes of one stream that may be under way to this end before it grants more. 256 KiB.</summary>
    public int StreamCredit { get; init; } = 256 * 1024;

    /// <summary>A peer that takes nothing at all for so long although something waits for it is disconnected. 30 s.</summary>
    public TimeSpan SlowPeerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Told of exceptions that handlers let out; the caller learns only the exception's type.</summary>
    public Action<Exception>? OnHandlerException { get; init; }

    /// <summary>How long connecting, greeting included, may take. 1 s.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The one-time token: what the client shows. 16 bytes, or empty for none.</summary>
    public ReadOnlyMemory<byte> Token { get; init; }

    /// <summary>What the connection is called where people look at it (<see cref="IpcStats"/>). Nothing.</summary>
    public string Label { get; init; } = "";

    /// <summary>True for connections that only look at others.</summary>
    internal bool IsUnobserved { get; init; }

    internal IpcOptions Checked()
    {
        if (!Segments.SegmentLayout.IsRingSize(RingBytes))
            throw new ArgumentOutOfRangeException(nameof(RingBytes), RingBytes, "RingBytes must be a power of two from 16 KiB to 256 MiB.");
        if (MaxMessageBytes is < 1024 or > 1 << 30)
            throw new ArgumentOutOfRangeException(nameof(MaxMessageBytes), MaxMessageBytes, "MaxMessageBytes must be from 1 KiB to 1 GiB.");
        if (MaxCalls is < 1 or > Calls.CallTable.MaxSlots)
            throw new ArgumentOutOfRangeException(nameof(MaxCalls), MaxCalls, "MaxCalls must be from 1 to 65,536.");
        if (StreamCredit < 4096)
            throw new ArgumentOutOfRangeException(nameof(StreamCredit), StreamCredit, "StreamCredit must be at least 4 KiB.");
        if (CompressAbove < 64)
            throw new ArgumentOutOfRangeException(nameof(CompressAbove), CompressAbove, "CompressAbove must be at least 64.");
        if (Token.Length is not (0 or 16)) throw new ArgumentException("A token has 16 bytes.", nameof(Token));
        return this;
    }
}
