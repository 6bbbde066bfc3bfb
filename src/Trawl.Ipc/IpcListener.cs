using System.Diagnostics;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Handshakes;

namespace Trawl.Ipc;

/// <summary>
/// Accepts bare channels, one greeting at a time, on the thread that asks. For one or a few peers; thousands are for
/// <c>IpcServer</c>.
/// </summary>
public sealed class IpcListener : IDisposable
{
    private readonly ListeningSocket _listening;
    private readonly IpcServerOptions _options;
    private ulong _epoch;

    private IpcListener(ListeningSocket listening, IpcServerOptions options) => (_listening, _options) = (listening, options);

    /// <summary>Binds the endpoint. A socket that a dead server left there is replaced.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The folder is not private, or a live server has the endpoint.</exception>
    public static IpcListener Listen(IpcEndpoint endpoint, IpcServerOptions? options = null)
    {
        options ??= new();
        options.Checked();
        return new(ListeningSocket.Open(endpoint, options.Backlog), IpcChannel.Bare(options));
    }

    /// <summary>The next peer that greets properly. One that does not is turned away and waiting goes on.</summary>
    public IpcResult<IpcChannel> Accept(TimeSpan timeout)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var left = timeout - Stopwatch.GetElapsedTime(began);
            if (left < TimeSpan.Zero || !_listening.Socket.WaitReadable((int)Math.Min(left.TotalMilliseconds + 1, int.MaxValue)))
                return new IpcError(IpcErrorCode.TimedOut, $"Nobody connected within {timeout.TotalSeconds:0.###} s.");
            if (_listening.Socket.TryAccept() is not { } socket) continue;
            var handshake = new ServerHandshake(socket, _options, ++_epoch);
            if (Greet(handshake)) return new IpcChannel(handshake.Transport!, handshake.Agreement!, _options, handshake.Peer.Process, isServer: true);
            socket.Dispose();
        }
    }

    /// <summary>Stops listening and removes the socket. Channels live on.</summary>
    public void Dispose() => _listening.Dispose();

    private bool Greet(ServerHandshake handshake)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var state = handshake.Advance();
            if (state != HandshakeState.Pending) return state == HandshakeState.Done;
            var left = _options.HandshakeTimeout - Stopwatch.GetElapsedTime(began);
            if (left < TimeSpan.Zero || !handshake.Socket.WaitReadable((int)left.TotalMilliseconds + 1)) return false;
        }
    }
}
