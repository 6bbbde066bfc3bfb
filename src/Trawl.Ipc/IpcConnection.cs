using Trawl.Ipc.Calls;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Diagnostics;
using Trawl.Ipc.Dispatching;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Handshakes;
using Trawl.Ipc.Streams;

namespace Trawl.Ipc;

/// <summary>
/// One connection that speaks calls. Both ends can call, any number of threads at once; each end serves what its
/// <see cref="IpcHandlers"/> hold. It does not reconnect: that is <c>IpcClient</c>'s work.
/// </summary>
public sealed partial class IpcConnection : IDisposable
{
    private readonly Link _link;
    private readonly Action<PendingCall> _cancel;

    internal IpcConnection(Link link, int peerProcess)
    {
        _link = link;
        _cancel = Cancel;
        link.Owner = this;
        PeerProcess = peerProcess;
    }

    /// <summary>The connection's id; both ends know it.</summary>
    public Guid Session => _link.Agreement.Session;

    /// <summary>The peer's process id as the kernel says.</summary>
    public int PeerProcess { get; }

    /// <summary>Shared memory or socket.</summary>
    public IpcTransport Transport => _link.Transport.Kind;

    /// <summary>What it has done so far.</summary>
    public IpcCounters Counters => _link.Counters;

    /// <summary>Calls of this end that wait for a reply.</summary>
    public int OpenCalls => _link.Calls.Count;

    /// <summary>False after the end, whoever brought it about.</summary>
    public bool IsOpen => _link.Error is null;

    /// <summary>True when the peer has asked for no new calls; those that are open go on.</summary>
    public bool IsLeaving => _link.IsLeaving;

    /// <summary>Done with the reason when the connection has ended.</summary>
    public Task<IpcError> Closed => _link.Closed;

    /// <summary>Connects and greets, on this thread, for at most <see cref="IpcOptions.HandshakeTimeout"/>.</summary>
    /// <param name="endpoint">Where the server listens.</param>
    /// <param name="options">Sizes, trust, waiting; the defaults when null.</param>
    /// <param name="handlers">What the server may call on this end, if anything.</param>
    public static IpcResult<IpcConnection> Connect(IpcEndpoint endpoint, IpcOptions? options = null, IpcHandlers? handlers = null)
    {
        options = (options ?? new()).Checked();
        if (!ClientSocket.Connect(endpoint, options.HandshakeTimeout).TryGet(out var socket, out var error)) return error;
        var handshake = new ClientHandshake(socket, options);
        if (!handshake.Run().TryGet(out var transport, out error))
        {
            socket.Dispose();
            return error;
        }

        var link = new Link(transport, handshake.Agreement!, options, handlers, isServer: false, SharedDispatcher.Instance);
        var connection = new IpcConnection(link, socket.Peer.Process);
        link.Start();
        return connection;
    }

    /// <summary>Connects and greets on the thread pool.</summary>
    public static Task<IpcResult<IpcConnection>> ConnectAsync(
        IpcEndpoint endpoint, IpcOptions? options = null, IpcHandlers? handlers = null, CancellationToken cancellation = default) =>
        Task.Run(() => Connect(endpoint, options, handlers), cancellation);

    /// <summary>Done when the peer has answered a ping; fails with an <see cref="IpcException"/> when it is gone.</summary>
    public Task PingAsync(CancellationToken cancellation = default) => _link.PingAsync(cancellation);

    /// <summary>Ends the connection. Open calls of both ends fail.</summary>
    public void Dispose() => _link.Fail(new(IpcErrorCode.Closed, "This end closed the connection."));

    internal Link Link => _link;
}
