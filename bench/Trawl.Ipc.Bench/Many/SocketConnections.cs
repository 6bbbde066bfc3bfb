using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Trawl.Ipc.Bench.Many;

/// <summary>The rival's client: the same event loop on the other side.</summary>
internal sealed class SocketConnections(string path) : Connections
{
    private readonly EpollSet _set = new();
    private readonly List<SocketPeer> _peers = [];
    private readonly List<Socket> _sockets = [];

    protected override void Resize(int count)
    {
        for (; _peers.Count > count; _peers.RemoveAt(count), _sockets.RemoveAt(count)) _sockets[count].Dispose();
        while (_peers.Count < count) Connect();
    }

    protected override void Send(int connection, ulong number)
    {
        MemoryMarshal.Write(_peers[connection].Message, number);
        _peers[connection].Send();
    }

    protected override void Receive(int active)
    {
        Span<int> ready = stackalloc int[512];
        var count = _set.Wait(ready);
        for (var i = 0; i < count; i++)
        {
            if (_peers[ready[i]].TryReceive(out var isGone)) Answered(ready[i], MemoryMarshal.Read<ulong>(_peers[ready[i]].Message));
            if (isGone) throw new InvalidOperationException("The server has gone.");
        }
    }

    private void Connect()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        var descriptor = (int)socket.Handle;
        _ = Libc.Fcntl(descriptor, 4, Libc.NonBlocking);
        _set.Watch(descriptor, _peers.Count);
        _peers.Add(new SocketPeer(descriptor, SocketLoop.MessageSize));
        _sockets.Add(socket);
    }
}
