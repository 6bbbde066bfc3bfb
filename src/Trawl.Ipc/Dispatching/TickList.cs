using System.Diagnostics;

namespace Trawl.Ipc.Dispatching;

/// <summary>Those who want to be called every few milliseconds. Empty most of the time, so that the dispatcher can sleep.</summary>
internal sealed class TickList
{
    private readonly Lock _lock = new();
    private readonly HashSet<Dispatched> _members = [];
    private Dispatched[] _round = [];
    private long _last;
    private volatile bool _isEmpty = true;

    public bool IsEmpty => _isEmpty;

    /// <summary>True when it is the first, so that the dispatcher has to hear of it.</summary>
    public bool Add(Dispatched member)
    {
        lock (_lock)
        {
            var isFirst = _members.Count == 0;
            _members.Add(member);
            _isEmpty = false;
            return isFirst;
        }
    }

    public void Run(long now, int milliseconds)
    {
        if (_isEmpty || now - _last < milliseconds * Stopwatch.Frequency / 1000) return;
        _last = now;
        var count = TakeAll();
        for (var i = 0; i < count; i++)
            if (_round[i].Tick(now)) Add(_round[i]);
        Array.Clear(_round, 0, count);
    }

    private int TakeAll()
    {
        lock (_lock)
        {
            var count = _members.Count;
            if (_round.Length < count) _round = new Dispatched[Math.Max(count, 2 * _round.Length)];
            _members.CopyTo(_round);
            _members.Clear();
            _isEmpty = true;
            return count;
        }
    }
}
