namespace Trawl.Ipc;

/// <summary>Why something did not work. The numbers are part of the format (docs/formats/ipc.md, section "Errors").</summary>
public enum IpcErrorCode : ushort
{
    /// <summary>It worked.</summary>
    None = 0,

    /// <summary>Nobody listens at the endpoint.</summary>
    NotListening = 1,

    /// <summary>The peer died or closed the connection; whether it still did the work is unknown.</summary>
    PeerGone = 2,

    /// <summary>This end closed the connection.</summary>
    Closed = 3,

    /// <summary>The peer is not who it must be: another user, another process, or a wrong or used token.</summary>
    Refused = 4,

    /// <summary>No version or feature that both ends speak.</summary>
    Unsupported = 5,

    /// <summary>The handshake, or what was waited for, took too long.</summary>
    TimedOut = 6,

    /// <summary>The caller cancelled.</summary>
    Cancelled = 7,

    /// <summary>The message is larger than what was agreed.</summary>
    TooLarge = 8,

    /// <summary>The peer sent what the format forbids; the connection was closed.</summary>
    Corrupt = 9,

    /// <summary>A limit of the peer is reached: calls, connections, memory. Later it may work.</summary>
    Busy = 10,

    /// <summary>The peer knows no such method.</summary>
    NoSuchMethod = 11,

    /// <summary>The message cannot be decoded by the method's codec.</summary>
    Malformed = 12,

    /// <summary>The handler failed; the text is what it chose to say.</summary>
    HandlerFailed = 13,

    /// <summary>The consumer was too slow for too long; the connection was closed.</summary>
    TooSlow = 14,

    /// <summary>The first code that applications may give a meaning of their own.</summary>
    ApplicationBase = 1000,
}
