using System.ComponentModel;
using Trawl.Ipc.Native;
using Trawl.Ipc.Segments;

namespace Trawl.Ipc.Connections;

/// <summary>A bound socket with its file: what a dead server left is replaced, a live one is never.</summary>
internal sealed class ListeningSocket : IDisposable
{
    private const int MostAttempts = 4;
    private readonly IpcEndpoint _endpoint;

    private ListeningSocket(IpcEndpoint endpoint, UnixSocket socket) => (_endpoint, Socket) = (endpoint, socket);

    public UnixSocket Socket { get; }

    public static ListeningSocket Open(IpcEndpoint endpoint, int backlog)
    {
        var folder = Path.GetDirectoryName(endpoint.Path)!;
        for (var attempt = 1; ; attempt++)
        {
            PrivateFolder.Ensure(folder);
            DeadEndpoints.SweepBeside(folder);
            try
            {
                return OpenIn(folder, endpoint, backlog);
            }
            catch (Win32Exception e) when (e.NativeErrorCode == Errno.NoEntry && attempt < MostAttempts)
            {
                // Somebody has cleared the folder away between its making and its lock.
            }
        }
    }

    /// <summary>True when there is such a socket and nobody listens on it.</summary>
    public static bool IsDead(string path)
    {
        if (!File.Exists(path)) return false;
        var error = UnixSocket.TryConnect(path, out var probe);
        probe?.Dispose();
        return error == Errno.ConnectionRefused;
    }

    public void Dispose()
    {
        File.Delete(_endpoint.Path);
        Socket.Dispose();
        DeadEndpoints.RemoveIfEmpty(Path.GetDirectoryName(_endpoint.Path)!);
    }

    private static ListeningSocket OpenIn(string folder, IpcEndpoint endpoint, int backlog)
    {
        using var turn = FolderLock.Take(folder);
        if (IsDead(endpoint.Path)) File.Delete(endpoint.Path);
        if (Platform.IsPortable && !File.Exists(endpoint.Path)) NamedMemory.Sweep(folder);
        var socket = UnixSocket.Listen(endpoint.Path, backlog);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(endpoint.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return new(endpoint, socket);
    }
}
