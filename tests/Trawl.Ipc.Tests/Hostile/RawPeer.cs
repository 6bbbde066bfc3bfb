using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Handshakes;
using Trawl.Ipc.Transports;

namespace Trawl.Ipc.Tests.Hostile;

/// <summary>A client that has greeted properly and then sends whatever frames it likes.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly Transport _transport;

    public RawPeer(IpcEndpoint endpoint, IpcOptions? options = null)
    {
        options = (options ?? new()) with { HandshakeTimeout = TimeSpan.FromSeconds(20) };
        var socket = ClientSocket.Connect(endpoint, options.HandshakeTimeout).Unwrap();
        _transport = new ClientHandshake(socket, options).Run().Unwrap();
    }

    public Transport Transport => _transport;

    public void Send(FrameType type, ulong id, ReadOnlySpan<byte> payload, FrameFlags flags = FrameFlags.Whole)
    {
        Assert.True(_transport.Producer.TryReserve(payload.Length, out var target));
        payload.CopyTo(target);
        _transport.Producer.Commit(new FrameHeader(type, flags, id, payload.Length));
        if (_transport.Producer.Publish()) _transport.RingBell();
    }

    /// <summary>A request of one frame: prologue and body.</summary>
    public void Request(ulong id, ushort method, ReadOnlySpan<byte> body, FrameType type = FrameType.Request) =>
        Send(type, id, [(byte)method, (byte)(method >> 8), 0, 0, 0, 0, 0, 0, .. body]);

    /// <summary>Waits until the server has hung up.</summary>
    public void ExpectEnd()
    {
        for (var patience = 0; patience < 3000; patience++)
            if (_transport.Socket.WaitReadable(10) && !_transport.TakeIn()) return;
        Assert.Fail("The server kept the connection.");
    }

    public void Dispose() => _transport.Dispose();
}
