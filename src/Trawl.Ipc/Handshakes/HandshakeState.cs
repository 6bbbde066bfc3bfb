namespace Trawl.Ipc.Handshakes;

/// <summary>How far a greeting has come.</summary>
internal enum HandshakeState
{
    /// <summary>More bytes are awaited.</summary>
    Pending,

    /// <summary>The connection stands.</summary>
    Done,

    /// <summary>The peer was turned away, or went.</summary>
    Refused,
}
