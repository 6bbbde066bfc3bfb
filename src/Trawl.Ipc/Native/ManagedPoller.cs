using System.Net.Sockets;

namespace Trawl.Ipc.Native;

/// <summary>
/// What epoll does, with <see cref="Socket.Select(System.Collections.IList, System.Collections.IList, System.Collections.IList, TimeSpan)"/>.
/// A socket that was reported and whose bytes nobody has taken yet is left out, or the wait would end at once for ever; while
/// there is such a one the poller looks again each millisecond. It costs time in proportion to the sockets: for tens, not thousands.
/// </summary>
internal sealed class ManagedPoller : Poller
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, WatchedSocket> _watched = [];
    private readonly Dictionary<Socket, WatchedSocket> _bySocket = [];
    private readonly List<Socket> _read = [];
    private readonly List<Socket> _write = [];
    private readonly Socket _signal;
    private readonly Socket _signalled;

    public ManagedPoller() => (_signal, _signalled) = ManagedSocket.Pair();

    public override void Watch(UnixSocket socket, uint events, ulong data)
    {
        lock (_lock) _watched[data] = new((ManagedSocket)socket, events, data);
        Signal();
    }

    public override void Rewatch(UnixSocket socket, uint events, ulong data) => Watch(socket, events, data);

    public override void Forget(UnixSocket socket, ulong data)
    {
        lock (_lock) _watched.Remove(data);
    }

    public override void Signal()
    {
        try
        {
            _signal.Send([1], SocketFlags.None, out _);
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }

    public override int Wait(int milliseconds, Action<uint, ulong> sink)
    {
        var mustLookAgain = Gather();
        var timeout = mustLookAgain ? (milliseconds is 0 or 1 ? milliseconds : 1) : milliseconds;
        try
        {
            Socket.Select(_read, _write, null, timeout < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(timeout));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One of them was closed in between; it is forgotten by now, or will be at once.
            return 0;
        }

        var count = 0;
        foreach (var socket in _read) count += Report(socket, sink);
        foreach (var socket in _write)
            if (_bySocket.TryGetValue(socket, out var watched))
            {
                sink(Out, watched.Data);
                count++;
            }

        return count;
    }

    public override void Dispose()
    {
        _signal.Dispose();
        _signalled.Dispose();
    }

    // True when there is one whose bytes were reported and still lie there.
    private bool Gather()
    {
        _read.Clear();
        _write.Clear();
        _bySocket.Clear();
        _read.Add(_signalled);
        var mustLookAgain = false;
        WatchedSocket[] all;
        lock (_lock) all = [.. _watched.Values];
        foreach (var watched in all)
        {
            _bySocket[watched.Socket] = watched;
            if (watched.HasNews) _read.Add(watched.Socket);
            else mustLookAgain |= !watched.IsGone;
            if (watched.WatchesRoom && WantsRoom(watched.Data)) _write.Add(watched.Socket);
        }

        return mustLookAgain;
    }

    private int Report(Socket socket, Action<uint, ulong> sink)
    {
        if (socket == _signalled)
        {
            Span<byte> signals = stackalloc byte[256];
            _signalled.Receive(signals, SocketFlags.None, out _);
            return 1;
        }

        if (!_bySocket.TryGetValue(socket, out var watched)) return 0;
        var events = watched.Look();
        if (events != 0) sink(events, watched.Data);
        return events == 0 ? 0 : 1;
    }
}
