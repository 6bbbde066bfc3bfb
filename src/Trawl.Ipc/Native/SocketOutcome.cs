namespace Trawl.Ipc.Native;

/// <summary>How one non-blocking operation on a socket ended.</summary>
internal enum SocketOutcome
{
    /// <summary>At least one byte moved.</summary>
    Moved,

    /// <summary>It would have blocked.</summary>
    WouldBlock,

    /// <summary>The peer is gone: end of file, reset or a broken pipe.</summary>
    Gone,
}
