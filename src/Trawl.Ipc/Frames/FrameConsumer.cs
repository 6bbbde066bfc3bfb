namespace Trawl.Ipc.Frames;

/// <summary>Where frames are read in place: a ring, or the buffer behind a socket. One thread at a time.</summary>
internal abstract class FrameConsumer : IDisposable
{
    /// <summary>What was wrong, when the peer has written nonsense: the connection is to be closed.</summary>
    public FrameFault Fault { get; protected set; }

    /// <summary>Flags the two ends agreed on; any other is a fault. Padding may always have a checksum of its header only.</summary>
    public FrameFlags AllowedFlags { get; set; } = FrameFlags.Whole;

    /// <summary>True when more is known to be there without asking the peer.</summary>
    public abstract bool HasMore { get; }

    /// <summary>True when so much was read since the last <see cref="Release"/> that the producer should hear of it.</summary>
    public abstract bool OwesRelease { get; }

    /// <summary>True when the producer is seen to wait for room. May come late: <see cref="Release"/> tells for certain.</summary>
    public abstract bool IsRoomWanted { get; }

    /// <summary>Asks the peer whether there is something to read; cheap enough to spin on.</summary>
    public abstract bool Poll();

    /// <summary>The next frame, valid until <see cref="Advance"/>. False when there is none, or <see cref="Fault"/> says why.</summary>
    public abstract bool TryRead(out FrameHeader header, out ReadOnlySpan<byte> payload);

    /// <summary>Gives the frame back.</summary>
    public abstract void Advance();

    /// <summary>
    /// Tells the producer how far reading has come; true when it sleeps for want of room and its bell is to be rung. To be
    /// called when there was nothing to read, and when <see cref="OwesRelease"/>.
    /// </summary>
    public abstract bool Release();

    /// <summary>Asks the peer to ring after its next publication; false when there is something to read already.</summary>
    public abstract bool PrepareToSleep();

    /// <summary>Takes the wish of <see cref="PrepareToSleep"/> back.</summary>
    public abstract void StayAwake();

    /// <inheritdoc/>
    public abstract void Dispose();

    protected bool Allows(in FrameHeader header) =>
        (header.Flags & ~AllowedFlags) == 0 || (header.Type == FrameType.Pad && header.Flags == (FrameFlags.Whole | FrameFlags.HeaderChecksum));
}
