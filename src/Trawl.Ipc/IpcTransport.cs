namespace Trawl.Ipc;

/// <summary>How bytes travel.</summary>
public enum IpcTransport
{
    /// <summary>Shared memory where both ends can, the socket otherwise.</summary>
    Auto,

    /// <summary>Shared memory only; connecting fails where it is not to be had.</summary>
    SharedMemory,

    /// <summary>The Unix socket only: the same frames, copied by the kernel.</summary>
    Socket,
}
