namespace Trawl.Ipc.Native;

/// <summary>A non-blocking Unix stream socket: bytes, the peer's credentials, and where the system can, one passed descriptor.</summary>
internal abstract class UnixSocket : IDisposable
{
    /// <summary>The folder of the endpoint it belongs to.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Who is at the other end.</summary>
    public abstract PeerCredentials Peer { get; }

    public static UnixSocket Listen(string path, int backlog) =>
        Platform.IsPortable ? ManagedSocket.Listen(path, backlog) : LinuxSocket.Listen(path, backlog);

    /// <summary>Connects; 0, or the error number. Unix sockets connect at once or say EAGAIN when the backlog is full.</summary>
    public static int TryConnect(string path, out UnixSocket? socket) =>
        Platform.IsPortable ? ManagedSocket.TryConnect(path, out socket) : LinuxSocket.TryConnect(path, out socket);

    public abstract UnixSocket? TryAccept();

    public abstract SocketOutcome Send(ReadOnlySpan<byte> data, out int sent);

    public abstract SocketOutcome Receive(Span<byte> buffer, out int received);

    public abstract SocketOutcome SendWith(ReadOnlySpan<byte> data, int descriptor, out int sent);

    /// <summary>Receives bytes and at most one descriptor.</summary>
    public abstract SocketOutcome ReceiveWith(Span<byte> buffer, out int received, out Descriptor? descriptor);

    /// <summary>Waits until there is something to read (or the peer is gone); false when the time is over first.</summary>
    public bool WaitReadable(int milliseconds) => Wait(PollEvents.In, milliseconds);

    /// <summary>Waits for one of the events of poll(2), or the peer's end; false when the time is over first.</summary>
    public abstract bool Wait(short events, int milliseconds);

    /// <summary>No more bytes in either direction: wakes both ends. The socket stays open until <see cref="Dispose"/>.</summary>
    public abstract void Shutdown();

    public abstract void Dispose();
}
