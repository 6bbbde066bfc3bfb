using System.Diagnostics;
using Trawl.Ipc.Native;

namespace Trawl.Ipc.Connections;

/// <summary>Connects to an endpoint. A server whose backlog is full is tried again until the time is over.</summary>
internal static class ClientSocket
{
    public static IpcResult<UnixSocket> Connect(IpcEndpoint endpoint, TimeSpan timeout)
    {
        var began = Stopwatch.GetTimestamp();
        var pause = default(SpinWait);
        while (true)
        {
            var error = UnixSocket.TryConnect(endpoint.Path, out var socket);
            if (error == 0) return socket!;
            if (error != Errno.Again)
                return new IpcError(IpcErrorCode.NotListening,
                    $"Nobody listens at \"{endpoint}\" (error {error}). Start the server, or check the path.");
            if (Stopwatch.GetElapsedTime(began) > timeout)
                return new IpcError(IpcErrorCode.Busy,
                    $"The server at \"{endpoint}\" did not accept within {timeout.TotalSeconds:0.###} s.");
            pause.SpinOnce(sleep1Threshold: 0);
        }
    }
}
