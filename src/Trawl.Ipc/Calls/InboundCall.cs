using System.Diagnostics;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Calls;

/// <summary>A call the peer has opened and a handler is serving on the thread pool.</summary>
internal abstract class InboundCall : IThreadPoolWorkItem
{
    private readonly CancellationTokenSource _cancellation;
    private readonly IpcBuffer _body;
    private readonly long _began = Stopwatch.GetTimestamp();
    private volatile bool _isCancelled;

    protected InboundCall(in InboundRequest request)
    {
        (Link, Id, IsOneWay) = (request.Link, request.Id, request.IsOneWay);
        _cancellation = request.Prologue.TimeLeft == 0 ? new() : new(TimeSpan.FromMilliseconds(request.Prologue.TimeLeft), TimeProvider.System);
        _body = IpcBuffer.CopyOf(request.Body);
        Context = new(Link.Owner, _cancellation.Token);
    }

    public ulong Id { get; }

    protected Link Link { get; }

    protected bool IsOneWay { get; }

    protected IpcCall Context { get; }

    /// <summary>The peer's items; a call that expects none is answered with an error, by its handler's end.</summary>
    public virtual FrameFault OnItem(ReadOnlySpan<byte> payload) => FrameFault.Sequence;

    public virtual FrameFault? OnEnd() => FrameFault.Sequence;

    public virtual FrameFault OnCredit(uint bytes) => FrameFault.Sequence;

    public void Execute() => _ = RunAsync();

    /// <summary>Callbacks of the token are the handler's code: never on the thread that reads.</summary>
    public virtual void Cancel()
    {
        _isCancelled = true;
        _ = _cancellation.CancelAsync();
    }

    protected abstract ValueTask<IpcError?> ServeAsync(IpcBuffer body);

    private async Task RunAsync()
    {
        IpcError? error;
        try
        {
            using (_body) error = await ServeAsync(_body).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            // Both ends know the method's time. Whoever sees first that it is over, the caller hears the same.
            error = _isCancelled
                ? new(IpcErrorCode.Cancelled, "The call was cancelled.")
                : new(IpcErrorCode.TimedOut, "No reply within the method's time.");
        }
        catch (Exception e)
        {
            error = Replies.Of(e, Link);
        }

        Link.Counters.ServiceTime.Stop(_began);
        Link.Inbound.Remove(Id, IsOneWay);
        if (error is not null && !IsOneWay) Replies.Fail(Link, Id, error);
    }
}
