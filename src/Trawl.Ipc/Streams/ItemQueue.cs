using System.Threading.Tasks.Sources;
using Trawl.Ipc.Calls;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Streams;

/// <summary>
/// Items that have come and were not yet taken. The peer may fill it up to its credit; taking items grants more. One
/// consumer at a time.
/// </summary>
internal sealed class ItemQueue<T>(
    Link link, IIpcCodec<T> codec, int window, PendingCall? call, ulong id = 0) : IValueTaskSource<bool>, IThreadPoolWorkItem
{
    private readonly Lock _lock = new();
    private readonly Queue<(T Item, int Cost)> _items = new();
    private ManualResetValueTaskSourceCore<bool> _core;
    private IpcError? _error;
    private long _held;
    private long _ungranted;
    private bool _isOver;
    private bool _isAwaited;

    public T Current { get; private set; } = default!;

    public bool IsReady
    {
        get
        {
            lock (_lock) return _items.Count > 0 || _isOver;
        }
    }

    /// <summary>An item from the peer. More than its credit allows is a fault.</summary>
    public FrameFault OnItem(ReadOnlySpan<byte> payload)
    {
        if (!codec.TryRead(payload, out var item)) return Malformed();
        lock (_lock)
        {
            if (_isOver) return FrameFault.None;
            if (_held >= window) return FrameFault.Excess;
            var cost = ItemCost.Of(payload.Length);
            _held += cost;
            _items.Enqueue((item, cost));
            Signal();
        }

        return FrameFault.None;
    }

    /// <summary>Nothing more will come; with an error, reading ends with it after what is there was taken.</summary>
    public void End(IpcError? error)
    {
        lock (_lock)
        {
            if (_isOver) return;
            (_isOver, _error) = (true, error);
            Signal();
        }
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (TryMove() is { } moved) return new(moved);
        if (call is not null)
        {
            link.WaitBriefly(call);
            if (TryMove() is { } movedNow) return new(movedNow);
        }

        lock (_lock)
        {
            _isAwaited = true;
            if (_items.Count > 0 || _isOver) Signal();
            return new(this, _core.Version);
        }
    }

    public void Execute() => _core.SetResult(true);

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        _core.GetResult(token);
        _core.Reset();
        return TryMove() ?? throw new InvalidOperationException("A stream has one consumer at a time.");
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    // True with an item, false at the end, null when neither is there yet.
    private bool? TryMove()
    {
        long granted;
        lock (_lock)
        {
            if (!_items.TryDequeue(out var next)) return _isOver ? AtEnd() : null;
            Current = next.Item;
            _held -= next.Cost;
            _ungranted += next.Cost;
            granted = _ungranted >= window / 2 && !_isOver ? _ungranted : 0;
            if (granted > 0) _ungranted = 0;
        }

        if (granted > 0)
            Grant((ulong)granted);
        return true;
    }

    private void Grant(ulong bytes)
    {
        var credit = new Outgoing(FrameType.Credit, call?.Id ?? id, bytes, sizeof(uint), MayExceedQueue: true);
        link.Sender.Send(credit, IpcCodecs.Nothing, default);
    }

    private bool AtEnd() => _error is null ? false : throw new IpcException(_error);

    private void Signal()
    {
        if (call is not null) link.EndPassive(call);
        if (!_isAwaited) return;
        _isAwaited = false;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private FrameFault Malformed()
    {
        var error = new IpcError(IpcErrorCode.Malformed, "An item is not what the method's codec reads.");
        if (call is not null) link.Abandon(call, error);
        End(error);
        return FrameFault.None;
    }
}
