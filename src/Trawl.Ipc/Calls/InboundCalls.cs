namespace Trawl.Ipc.Calls;

/// <summary>The calls of the peer that are being served, by id.</summary>
internal sealed class InboundCalls(int limit)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, InboundCall> _calls = [];
    private int _oneWays;
    private bool _isClosed;
    private TaskCompletionSource? _idle;

    public int Count
    {
        get
        {
            lock (_lock) return _calls.Count + _oneWays;
        }
    }

    public InboundAdmission TryAdd(InboundCall call, bool isOneWay)
    {
        lock (_lock)
        {
            if (_isClosed || _calls.Count + _oneWays >= limit) return InboundAdmission.Full;
            if (isOneWay) _oneWays++;
            else if (!_calls.TryAdd(call.Id, call)) return InboundAdmission.Duplicate;
            return InboundAdmission.Admitted;
        }
    }

    public void Remove(ulong id, bool isOneWay)
    {
        lock (_lock)
        {
            if (isOneWay) _oneWays--;
            else _calls.Remove(id);
            if (_calls.Count + _oneWays == 0) _idle?.TrySetResult();
        }
    }

    /// <summary>Done when no call is being served.</summary>
    public Task WhenIdle()
    {
        lock (_lock)
        {
            if (_calls.Count + _oneWays == 0) return Task.CompletedTask;
            _idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    public InboundCall? Find(ulong id)
    {
        lock (_lock) return _calls.GetValueOrDefault(id);
    }

    public bool Cancel(ulong id)
    {
        var call = Find(id);
        call?.Cancel();
        return call is not null;
    }

    public void CancelAll()
    {
        InboundCall[] calls;
        lock (_lock)
        {
            _isClosed = true;
            calls = [.. _calls.Values];
        }

        foreach (var call in calls) call.Cancel();
    }
}
