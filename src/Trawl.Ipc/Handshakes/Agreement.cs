namespace Trawl.Ipc.Handshakes;

/// <summary>What the two ends of a connection agreed on.</summary>
/// <param name="Session">The connection's id.</param>
/// <param name="Epoch">The server's number of the connection.</param>
/// <param name="Features">What both can and the server wants.</param>
/// <param name="RingBytes">Bytes of each ring.</param>
/// <param name="MaxMessageBytes">The largest message.</param>
/// <param name="StreamCredit">Bytes of a stream the peer takes before it grants more.</param>
internal sealed record Agreement(Guid Session, ulong Epoch, Features Features, int RingBytes, int MaxMessageBytes, int StreamCredit)
{
    /// <summary>The largest frame on a socket: as large as the one of a ring would be.</summary>
    public int FrameBytes => RingBytes / 4;
}
