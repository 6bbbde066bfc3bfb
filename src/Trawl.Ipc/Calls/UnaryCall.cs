using System.Collections.Concurrent;
using System.Threading.Tasks.Sources;
using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Calls;

/// <summary>A call with one reply. Instances are used again and again, so that a call allocates nothing.</summary>
internal sealed class UnaryCall<TReply> : PendingCall, IValueTaskSource<IpcResult<TReply>>, IThreadPoolWorkItem
{
    private const int KeptInstances = 256;
    private static readonly ConcurrentQueue<UnaryCall<TReply>> s_idle = new();
    private static readonly IpcError s_malformed = new(IpcErrorCode.Malformed, "The reply is not what the method's codec reads.");

    [ThreadStatic]
    private static UnaryCall<TReply>? t_idle;

    private ManualResetValueTaskSourceCore<IpcResult<TReply>> _core;
    private IIpcCodec<TReply> _codec = null!;
    private IpcResult<TReply> _result;
    private CancellationTokenRegistration _cancellation;

    public static UnaryCall<TReply> Rent(IIpcCodec<TReply> codec)
    {
        var call = t_idle;
        t_idle = null;
        if (call is null && !s_idle.TryDequeue(out call)) call = new();
        call._codec = codec;
        return call;
    }

    public override void OnResponse(ReadOnlySpan<byte> payload)
    {
        Link.Counters.CallTime.Stop(Began);
        _result = _codec.TryRead(payload, out var value) ? value : s_malformed;
        Complete();
    }

    public override void Fail(IpcError error)
    {
        _result = error;
        Complete();
    }

    /// <summary>The result of a completed call; the instance is given back and must not be touched any more.</summary>
    public IpcResult<TReply> TakeResult()
    {
        var result = _result;
        Recycle();
        return result;
    }

    /// <summary>The result, now or later. Consumes the instance.</summary>
    public ValueTask<IpcResult<TReply>> AsTask() => TryAwait() ? new(this, _core.Version) : new(TakeResult());

    public void CancelWith(CancellationToken token, Action<PendingCall> cancel)
    {
        if (token.CanBeCanceled)
            _cancellation = token.UnsafeRegister(static state => ((CancelState)state!).Run(), new CancelState(this, cancel));
    }

    public void Execute() => _core.SetResult(_result);

    IpcResult<TReply> IValueTaskSource<IpcResult<TReply>>.GetResult(short token)
    {
        var result = _core.GetResult(token);
        _core.Reset();
        Recycle();
        return result;
    }

    ValueTaskSourceStatus IValueTaskSource<IpcResult<TReply>>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<IpcResult<TReply>>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    // Not on the thread that reads from the connection: what the caller does next may take long.
    protected override void Continue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private void Recycle()
    {
        // Waits for a cancellation that is just running: it must not hit the next user of this instance.
        _cancellation.Dispose();
        (_cancellation, _result, Link) = (default, default, null!);
        Reset();
        if (t_idle is null) t_idle = this;
        else if (s_idle.Count < KeptInstances) s_idle.Enqueue(this);
    }
}
