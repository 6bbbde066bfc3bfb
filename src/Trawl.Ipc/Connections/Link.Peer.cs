using Trawl.Ipc.Codecs;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Connections;

/// <summary>What the two ends say about themselves: still there, going away.</summary>
internal sealed partial class Link
{
    private TaskCompletionSource? _pong;
    private volatile bool _isLeaving;

    /// <summary>True when the peer wants no new calls.</summary>
    public bool IsLeaving => _isLeaving;

    /// <summary>Done when the peer has answered. Only that shows that it is alive and not just there.</summary>
    public Task PingAsync(CancellationToken cancellation)
    {
        var pong = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        pong = Interlocked.CompareExchange(ref _pong, pong, null) ?? pong;
        if (Sender.Send(new Outgoing(FrameType.Ping, 0), IpcCodecs.Nothing, default) == SendStatus.Closed)
            pong.TrySetException(new IpcException(Error ?? PeerIsGone()));
        return WhileServing(pong.Task, cancellation);
    }

    /// <summary>Tells the peer to open no more calls.</summary>
    public void SayGoAway() => Sender.Send(new Outgoing(FrameType.GoAway, 0, MayExceedQueue: true), IpcCodecs.Nothing, default);


    private FrameFault OnPong()
    {
        Interlocked.Exchange(ref _pong, null)?.TrySetResult();
        return FrameFault.None;
    }

    private FrameFault OnGoAway()
    {
        _isLeaving = true;
        return FrameFault.None;
    }
}
