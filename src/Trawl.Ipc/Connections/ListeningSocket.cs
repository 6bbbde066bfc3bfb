using Trawl.Ipc.Native;

namespace Trawl.Ipc.Connections;

/// <summary>A bound socket with its file: what a dead server left is replaced, a live one is never.</summary>
internal sealed class ListeningSocket : IDisposable
{
    private readonly IpcEndpoint _endpoint;

    private ListeningSocket(IpcEndpoint endpoint, UnixSocket socket) => (_endpoint, Socket) = (endpoint, socket);

    public UnixSocket Socket { get; }

    public static ListeningSocket Open(IpcEndpoint endpoint, int backlog)
    {
        var folder = Path.GetDirectoryName(endpoint.Path)!;
        PrivateFolder.Ensure(folder);
        using var turn = FolderLock.Take(folder);
        RemoveIfDead(endpoint);
        var socket = UnixSocket.Listen(endpoint.Path, backlog);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(endpoint.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return new(endpoint, socket);
    }

    public void Dispose()
    {
        File.Delete(_endpoint.Path);
        Socket.Dispose();
    }

    private static void RemoveIfDead(IpcEndpoint endpoint)
    {
        if (!File.Exists(endpoint.Path)) return;
        var error = UnixSocket.TryConnect(endpoint.Path, out var probe);
        probe?.Dispose();
        if (error == Errno.ConnectionRefused) File.Delete(endpoint.Path);
    }
}
