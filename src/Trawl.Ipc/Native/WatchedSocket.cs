using System.Net.Sockets;

namespace Trawl.Ipc.Native;

/// <summary>What a <see cref="ManagedPoller"/> knows of one socket. Used by its thread, while others receive from the socket.</summary>
internal sealed class WatchedSocket(ManagedSocket socket, uint events, ulong data)
{
    // Bytes that had ever come when the last of them were reported.
    private long _reported;

    public Socket Socket => socket.Socket;

    public ulong Data => data;

    public bool IsGone { get; private set; }

    public bool WatchesRoom => (events & Poller.Out) != 0;

    /// <summary>False while all that lies there was reported, or nothing will ever come.</summary>
    public bool HasNews => !IsGone && (!IsEdgeTriggered || Arrived(out var lying) > _reported || lying == 0);

    private bool IsEdgeTriggered => (events & Poller.EdgeTriggered) != 0;

    /// <summary>The events of a socket that can be read: bytes, a connection to accept, or the end.</summary>
    public uint Look()
    {
        if (!IsEdgeTriggered) return Poller.In;
        _reported = Arrived(out var lying);
        if (lying > 0) return events & Poller.In;
        IsGone = socket.IsAtEnd;
        return IsGone ? Poller.Gone : 0;
    }

    // What was taken is read first: bytes that are taken in between are then missed, and seen a moment later, but never
    // counted twice, which would hide the next ones.
    private long Arrived(out int lying)
    {
        var taken = socket.Taken;
        try
        {
            lying = socket.Socket.Available;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            lying = 0;
        }

        return taken + lying;
    }
}
