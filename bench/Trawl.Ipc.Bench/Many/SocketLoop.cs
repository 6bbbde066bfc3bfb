using System.Net.Sockets;

namespace Trawl.Ipc.Bench.Many;

/// <summary>The rival: one thread, one epoll, any number of Unix sockets, every message echoed.</summary>
internal static unsafe class SocketLoop
{
    internal const int MessageSize = 256;

    internal static int Serve(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1024);
        Roles.SayReady();
        var set = new EpollSet();
        set.Watch((int)listener.Handle, -1);
        Loop(set, (int)listener.Handle);
        return 0;
    }

    private static void Loop(EpollSet set, int listener)
    {
        var peers = new Dictionary<int, SocketPeer>();
        Span<int> ready = stackalloc int[512];
        while (true)
        {
            var count = set.Wait(ready);
            for (var i = 0; i < count; i++)
            {
                if (ready[i] >= 0) Echo(peers, ready[i]);
                else Accept(set, peers, listener);
            }
        }
    }

    private static void Accept(EpollSet set, Dictionary<int, SocketPeer> peers, int listener)
    {
        var descriptor = Libc.Accept(listener, null, null, Libc.NonBlocking);
        if (descriptor < 0) return;
        peers[descriptor] = new SocketPeer(descriptor, MessageSize);
        set.Watch(descriptor, descriptor);
    }

    private static void Echo(Dictionary<int, SocketPeer> peers, int descriptor)
    {
        var peer = peers[descriptor];
        if (peer.TryReceive(out var isGone)) peer.Send();
        if (!isGone) return;
        peers.Remove(descriptor);
        _ = Libc.Close(descriptor);
    }
}
