using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Web.Robots;

namespace Trawl.Engine.Hosts;

/// <summary>One host's live state. Owned by the loop; nothing else touches it.</summary>
internal sealed class HostQueue
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Requests in the store that wait for a lease.</summary>
    public long Queued { get; set; }

    /// <summary>Leased requests that wait for their turn.</summary>
    public Queue<LeasedRequest> Ready { get; } = new();

    public int InFlight { get; set; }

    public DateTimeOffset NextAllowedAt { get; set; }

    public required HostThrottle Throttle { get; init; }

    public RobotsState Robots { get; set; } = RobotsState.Unknown;

    public RobotsGroup? Rules { get; set; }

    public DateTimeOffset RobotsFetchedAt { get; set; }

    /// <summary>Tries to reach robots.txt in a row that failed.</summary>
    public int RobotsFailures { get; set; }

    /// <summary>A lease is on its way; asking again would ask twice.</summary>
    public bool LeaseAsked { get; set; }

    /// <summary>Politeness changed since it was last stored.</summary>
    public bool Dirty { get; set; }

    /// <summary>A robots.txt to store with the next commit.</summary>
    public RobotsRecord? NewRobots { get; set; }

    /// <summary>Exchanges for robots.txt to store with the next commit.</summary>
    public List<CapturedExchange> NewCaptures { get; private set; } = [];

    /// <summary>Why it waits, for people.</summary>
    public string? Note { get; set; }

    /// <summary>Place among hosts that may go at the same time; set by <see cref="HostOrder"/> alone.</summary>
    public long Turn { get; set; }

    /// <summary>When it stands in the dispatch order; set by <see cref="HostOrder"/> alone.</summary>
    public DateTimeOffset OrderedAt { get; set; }

    /// <summary>It has answered a request in this process; robots.txt does not count.</summary>
    public bool HasAnswered { get; set; }

    /// <summary>It never answered, or failed last: one request at a time is enough to find out.</summary>
    public bool IsDoubtful => !HasAnswered || Throttle.Failures > 0;

    public bool HasWork => Queued > 0 || Ready.Count > 0 || InFlight > 0;

    public HostUpdate TakeUpdate()
    {
        Dirty = false;
        var robots = NewRobots;
        NewRobots = null;
        IReadOnlyList<CapturedExchange> captured = NewCaptures.Count == 0 ? [] : NewCaptures;
        NewCaptures = captured.Count == 0 ? NewCaptures : [];
        return new HostUpdate(Id, NextAllowedAt, Throttle.Delay, Throttle.Failures, robots) { Captured = captured };
    }
}
