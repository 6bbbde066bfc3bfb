namespace Trawl.Ipc.Calls;

/// <summary>
/// The open calls of this end by id. An id holds the side that opened the call (bit 0), a slot (bits 1 to 16) and a
/// generation, so that a late frame never meets the slot's next user.
/// </summary>
internal sealed class CallTable(bool isServer, int limit)
{
    public const int MaxSlots = 1 << 16;
    private const int GenerationShift = 17;
    private readonly Lock _lock = new();
    private readonly ulong _side = isServer ? 1UL : 0;
    private PendingCall?[] _calls = new PendingCall?[4];
    private ulong[] _generations = new ulong[4];
    private int[] _free = [3, 2, 1, 0];
    private int _freeCount = 4;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Gives the call an id and a place; false when too many are open.</summary>
    public bool TryAdd(PendingCall call)
    {
        lock (_lock)
        {
            if (_count >= limit) return false;
            if (_freeCount == 0) Grow();
            var slot = _free[--_freeCount];
            _calls[slot] = call;
            _count++;
            call.Id = (++_generations[slot] << GenerationShift) | ((ulong)slot << 1) | _side;
            return true;
        }
    }

    /// <summary>Takes the call out: whoever gets it completes it.</summary>
    public PendingCall? Take(ulong id)
    {
        lock (_lock)
        {
            var call = Find(id, out var slot);
            if (call is null) return null;
            _calls[slot] = null;
            _free[_freeCount++] = slot;
            _count--;
            return call;
        }
    }

    public PendingCall? Peek(ulong id)
    {
        lock (_lock) return Find(id, out _);
    }

    /// <summary>The first open call whose time is over.</summary>
    public PendingCall? Overdue(long now, out bool hasDeadlines)
    {
        hasDeadlines = false;
        lock (_lock)
        {
            foreach (var call in _calls)
            {
                if (call is null || call.Deadline == long.MaxValue) continue;
                hasDeadlines = true;
                if (call.Deadline <= now) return call;
            }
        }

        return null;
    }

    public void FailAll(IpcError error)
    {
        foreach (var id in Ids()) Take(id)?.Fail(error);
    }

    private ulong[] Ids()
    {
        lock (_lock) return [.. _calls.OfType<PendingCall>().Select(call => call.Id)];
    }

    private PendingCall? Find(ulong id, out int slot)
    {
        slot = (int)((id >> 1) & (MaxSlots - 1));
        if ((id & 1) != _side || slot >= _calls.Length || _calls[slot] is not { } call) return null;
        return call.Id == id ? call : null;
    }

    private void Grow()
    {
        var old = _calls.Length;
        Array.Resize(ref _calls, 2 * old);
        Array.Resize(ref _generations, 2 * old);
        _free = new int[2 * old];
        for (var slot = (2 * old) - 1; slot >= old; slot--) _free[_freeCount++] = slot;
    }
}
