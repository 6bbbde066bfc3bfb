using Trawl.Ipc.Connections;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Calls;

/// <summary>
/// A call this end has opened and the peer has not yet ended. Whoever takes it out of the table completes it, once; what
/// then happens depends on how the caller waits.
/// </summary>
internal abstract class PendingCall
{
    private const int Pending = 0;
    private const int Completed = 1;
    private const int Blocking = 2;
    private const int Awaited = 3;
    private int _state;

    private int _isWaiting;

    public ulong Id { get; set; }

    /// <summary>Where it was opened.</summary>
    public Link Link { get; set; } = null!;

    /// <summary>Stopwatch time of its beginning, when it is timed; else 0.</summary>
    public long Began { get; set; }

    /// <summary>Stopwatch time at which it fails as timed out.</summary>
    public long Deadline { get; set; } = long.MaxValue;

    public bool IsCompleted => Volatile.Read(ref _state) == Completed;

    /// <summary>True when who waits can go on: the call is complete, or the next element of its stream is there.</summary>
    public virtual bool IsReady => IsCompleted;

    /// <summary>The last message of the call.</summary>
    public abstract void OnResponse(ReadOnlySpan<byte> payload);

    /// <summary>One element of a stream. A call that expects none fails: the two ends disagree about the method's shape.</summary>
    public virtual FrameFault OnItem(ReadOnlySpan<byte> payload)
    {
        Link.Abandon(this, new(IpcErrorCode.Malformed, "The peer answers this method with a stream."));
        return FrameFault.None;
    }

    /// <summary>The peer takes that many bytes more.</summary>
    public virtual FrameFault OnCredit(uint bytes) => FrameFault.None;

    public abstract void Fail(IpcError error);

    /// <summary>Blocks until completion; false when the time is over first.</summary>
    public bool WaitBlocking(int milliseconds)
    {
        lock (this)
        {
            if (Interlocked.CompareExchange(ref _state, Blocking, Pending) == Completed) return true;
            Monitor.Wait(this, milliseconds);
            return IsCompleted;
        }
    }

    public bool TryMarkWaiting() => Interlocked.Exchange(ref _isWaiting, 1) == 0;

    public bool TryUnmarkWaiting() => Volatile.Read(ref _isWaiting) != 0 && Interlocked.Exchange(ref _isWaiting, 0) != 0;

    /// <summary>From now on completion runs <see cref="Continue"/>; false when it is complete already.</summary>
    protected bool TryAwait() => Interlocked.CompareExchange(ref _state, Awaited, Pending) == Pending;

    /// <summary>The result stands: to be called by the one who completes.</summary>
    protected void Complete()
    {
        Link.EndPassive(this);
        var before = Interlocked.Exchange(ref _state, Completed);
        if (before == Awaited) Continue();
        if (before != Blocking) return;
        lock (this) Monitor.PulseAll(this);
    }

    protected virtual void Continue()
    {
    }

    protected void Reset()
    {
        Deadline = long.MaxValue;
        Volatile.Write(ref _state, Pending);
    }
}
