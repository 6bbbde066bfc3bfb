namespace Trawl.Ipc.Bench.Many;

/// <summary>Descriptors that are looked after together, each with a number of its own.</summary>
internal sealed unsafe class EpollSet
{
    private readonly int _epoll = Libc.EpollCreate(0);
    private readonly EpollEvent[] _events = new EpollEvent[512];

    internal void Watch(int descriptor, int number)
    {
        var entry = new EpollEvent { Events = Libc.In, Data = (ulong)number };
        if (Libc.EpollControl(_epoll, Libc.Add, descriptor, &entry) != 0) throw new InvalidOperationException("epoll_ctl failed.");
    }

    /// <summary>Numbers of those that can be read.</summary>
    internal int Wait(Span<int> ready)
    {
        int count;
        fixed (EpollEvent* start = _events)
            count = Libc.EpollWait(_epoll, start, Math.Min(_events.Length, ready.Length), -1);
        for (var i = 0; i < count; i++) ready[i] = (int)_events[i].Data;
        return Math.Max(count, 0);
    }
}
