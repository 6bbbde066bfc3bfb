namespace Trawl.Engine.Hosts;

/// <summary>The hosts that have a request ready, by the time they may go; choosing and moving are O(log n).</summary>
internal sealed class HostOrder
{
    private readonly SortedSet<HostQueue> _hosts = new(new ByTime());
    private long _turns;

    public HostQueue? First => _hosts.Min;

    /// <summary>Puts a host at its place behind those that may go at the same time, or takes it out.</summary>
    public void Place(HostQueue host, bool ready)
    {
        _hosts.Remove(host);
        if (ready)
        {
            host.Turn = ++_turns;
            host.OrderedAt = host.NextAllowedAt;
            _hosts.Add(host);
        }
    }

    private sealed class ByTime : IComparer<HostQueue>
    {
        public int Compare(HostQueue? x, HostQueue? y)
        {
            var byTime = x!.OrderedAt.CompareTo(y!.OrderedAt);
            if (byTime != 0)
            {
                return byTime;
            }

            var byTurn = x.Turn.CompareTo(y.Turn);
            return byTurn != 0 ? byTurn : x.Id.CompareTo(y.Id);
        }
    }
}
