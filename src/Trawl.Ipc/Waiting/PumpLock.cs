namespace Trawl.Ipc.Waiting;

/// <summary>
/// Who reads from a connection: whoever enters. One that finds it taken leaves a mark, and the holder, before it can leave,
/// learns that something may have happened: a wake-up that came in between is never lost.
/// </summary>
internal sealed class PumpLock
{
    private const int Free = 0;
    private const int Held = 1;
    private const int Marked = 2;
    private int _state;

    /// <summary>Enters, or leaves a mark.</summary>
    public bool TryEnter()
    {
        while (true)
        {
            if (Interlocked.CompareExchange(ref _state, Held, Free) == Free) return true;
            if (Interlocked.CompareExchange(ref _state, Marked, Held) != Free) return false;
        }
    }

    /// <summary>Leaves; false when there was a mark: it is wiped off, and the caller still holds the lock and looks again.</summary>
    public bool TryExit()
    {
        if (Interlocked.CompareExchange(ref _state, Free, Held) == Held) return true;
        Volatile.Write(ref _state, Held);
        return false;
    }
}
