using System.Diagnostics;
using System.Runtime.InteropServices;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Handshakes;
using Trawl.Ipc.Rings;
using Trawl.Ipc.Segments;
using Trawl.Ipc.Transports;

namespace Trawl.Ipc.Fuzz;

/// <summary>A client that has greeted properly and now does what it likes with the memory it was given.</summary>
internal sealed class HostilePeer : IDisposable
{
    private readonly SharedTransport _transport;

    private HostilePeer(SharedTransport transport, Features features) => (_transport, Features) = (transport, features);

    /// <summary>What both ends agreed on.</summary>
    public Features Features { get; }

    public SharedTransport Transport => _transport;

    /// <summary>All of the shared memory: header, both control blocks, both rings.</summary>
    public Span<byte> Memory => _transport.Memory;

    /// <summary>True when the server has read to where this peer's memory says that it wrote.</summary>
    public bool IsDrained
    {
        get
        {
            ref var control = ref MemoryMarshal.AsRef<RingControl>(Memory[SegmentLayout.ControlToServer..]);
            return Volatile.Read(ref control.Head) == Volatile.Read(ref control.Tail);
        }
    }

    /// <summary>True when the server has rung or hung up.</summary>
    public bool HasSignal => _transport.Socket.WaitReadable(0);

    public bool IsClosedByServer => _transport.Socket.WaitReadable(0) && !_transport.TakeIn();

    /// <summary>Connects; where those that hung up before are still being cleared away, when there is a place again.</summary>
    public static HostilePeer Connect(IpcEndpoint endpoint, IpcCompression compression = IpcCompression.None)
    {
        var options = new IpcOptions { RingBytes = 1 << 15, HandshakeTimeout = Target.Patience, Compression = compression };
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var socket = ClientSocket.Connect(endpoint, options.HandshakeTimeout).Unwrap();
            var handshake = new ClientHandshake(socket, options);
            if (handshake.Run().TryGet(out var transport, out var error)) return new((SharedTransport)transport, handshake.Agreement!.Features);
            socket.Dispose();
            if (error.Code != IpcErrorCode.Busy || Stopwatch.GetElapsedTime(began) > Target.Patience) throw new IpcException(error);
            Thread.Yield();
        }
    }

    public void Dispose() => _transport.Dispose();
}
