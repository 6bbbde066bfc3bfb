namespace Trawl.Ipc.Frames;

/// <summary>Where frames are written in place: a ring, or the buffer before a socket. One thread at a time.</summary>
internal abstract class FrameProducer
{
    /// <summary>Frames of so many bytes have a checksum of their header only, if both ends agreed to that.</summary>
    public const int LargeFrame = 64 * 1024;

    /// <summary>True when that was agreed.</summary>
    public bool ChecksHeaderOfLarge { get; set; }

    /// <summary>True when the peer has written nonsense into its position: the connection is to be closed.</summary>
    public abstract bool IsCorrupt { get; }

    /// <summary>The largest payload of one frame; larger messages go in fragments.</summary>
    public abstract int MaxPayload { get; }

    /// <summary>The flag for a frame of that size.</summary>
    public FrameFlags ChecksumOf(int payload) => payload >= LargeFrame && ChecksHeaderOfLarge ? FrameFlags.HeaderChecksum : FrameFlags.None;

    /// <summary>Room for a payload of at most that size, contiguous; false when there is none now.</summary>
    public abstract bool TryReserve(int payload, out Span<byte> target);

    /// <summary>Makes the reserved frame a frame. Nobody sees it before <see cref="Publish"/>.</summary>
    public abstract void Commit(in FrameHeader header);

    /// <summary>Shows all committed frames to the peer; true when the peer sleeps and its bell is to be rung.</summary>
    public abstract bool Publish();

    /// <summary>Asks to be told when there is room again; false when there is room for the payload already.</summary>
    public abstract bool PrepareToSleep(int payload);

    /// <summary>Takes the wish of <see cref="PrepareToSleep"/> back.</summary>
    public abstract void StayAwake();
}
