namespace Trawl.Ipc.Streams;

/// <summary>
/// How many bytes of a stream the peer still takes. An item may be sent whenever anything is left, so one may overdraw:
/// items larger than the whole credit pass, one at a time.
/// </summary>
internal sealed class OutboundCredit(long initial)
{
    private const long Most = 1L << 40;
    private readonly Lock _lock = new();
    private TaskCompletionSource? _waiter;
    private long _left = initial;
    private bool _isOver;

    /// <summary>Done when there is credit, or the stream is over.</summary>
    public Task WhenAny()
    {
        lock (_lock)
        {
            if (_left > 0 || _isOver) return Task.CompletedTask;
            _waiter ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiter.Task;
        }
    }

    public void Spend(long bytes)
    {
        lock (_lock) _left -= bytes;
    }

    /// <summary>False when the peer grants more than makes sense.</summary>
    public bool Grant(uint bytes)
    {
        lock (_lock)
        {
            if (_left + bytes > Most) return false;
            _left += bytes;
            if (_left > 0) Wake();
            return true;
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _isOver = true;
            Wake();
        }
    }

    private void Wake()
    {
        _waiter?.TrySetResult();
        _waiter = null;
    }
}
