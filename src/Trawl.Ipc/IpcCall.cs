namespace Trawl.Ipc;

/// <summary>What a handler may want to know about the call it serves.</summary>
public sealed class IpcCall
{
    internal IpcCall(IpcConnection connection, CancellationToken cancellation) => (Connection, Cancellation) = (connection, cancellation);

    /// <summary>The connection the call came by; calls can be made back to the peer on it.</summary>
    public IpcConnection Connection { get; }

    /// <summary>Fires when the caller cancels, its time is over or the connection ends.</summary>
    public CancellationToken Cancellation { get; }
}
