namespace Trawl.Ipc.Handshakes;

/// <summary>What the two ends of a connection agreed on.</summary>
internal sealed record Agreement(Guid Session, ulong Epoch, Features Features, int RingBytes, int MaxMessageBytes, int StreamCredit)
{
    /// <summary>The largest frame on a socket: as large as the one of a ring would be.</summary>
    public int FrameBytes => RingBytes / 4;
}
