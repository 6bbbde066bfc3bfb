using Trawl.Model.Journal;

namespace Trawl.Recording.Replaying;

/// <summary>
/// When an engine may look for a host's robots.txt: where the recorded one looked, and as often. Asked from the engine's
/// threads while the store commits.
/// </summary>
/// <param name="next">The next look at a host behind an entry, as far as the engine's part goes; null for none.</param>
internal sealed class RobotsLooks(Func<string, long, JournalEntry?> next)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Host> _byName = [];
    private readonly Dictionary<long, Host> _byId = [];

    /// <summary>Takes down what comes into view.</summary>
    public void See(JournalEntry entry)
    {
        if (entry.Kind == JournalKind.RobotsFetched && EntryData.Text(entry, "host") is { } name)
        {
            lock (_lock)
            {
                See(entry, name, Of(name));
            }
        }
    }

    /// <summary>The next look that is still to come before a place in the journal; null when there is none.</summary>
    public RobotsLook? Before(string host, long place)
    {
        lock (_lock)
        {
            return Of(host).Ahead.TryPeek(out var look) && look.Sequence < place ? look : null;
        }
    }

    /// <summary>Whether the engine has asked for the host's rules in its part.</summary>
    public bool HasRules(string host)
    {
        lock (_lock)
        {
            return Of(host).HasRules;
        }
    }

    /// <summary>A request goes to the engine; looks that come before its outcome may begin.</summary>
    public void HandedOut(long hostId, string host, long place)
    {
        lock (_lock)
        {
            var of = _byId[hostId] = Of(host);
            of.Reach = Math.Max(of.Reach, place);
        }
    }

    /// <summary>The engine asks for the rules of a host: whether it is to look for them now.</summary>
    public bool Begin(long hostId)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(hostId, out var host))
            {
                return false;
            }

            host.HasRules = true;
            if (!host.Ahead.TryPeek(out var look) || (look.Sequence >= host.Reach && !host.IsTryingAgain))
            {
                return false;
            }

            host.IsTryingAgain = look.IsTriedAgain;
            return host.Ahead.TryDequeue(out _);
        }
    }

    private void See(JournalEntry? entry, string name, Host host)
    {
        if (entry is null || entry.Sequence <= host.Seen)
        {
            return;
        }

        host.Seen = entry.Sequence;
        var isTriedAgain = entry.Data.Contains(": trying again\"", StringComparison.Ordinal);
        host.Ahead.Enqueue(new RobotsLook(entry.Sequence, entry.At, isTriedAgain));
        if (isTriedAgain)
        {
            // However far away the recorded engine's next look stands.
            See(next(name, entry.Sequence), name, host);
        }
    }

    private Host Of(string name)
    {
        if (!_byName.TryGetValue(name, out var host))
        {
            _byName[name] = host = new Host();
        }

        return host;
    }

    private sealed class Host
    {
        /// <summary>Looks that have not begun.</summary>
        public Queue<RobotsLook> Ahead { get; } = [];

        /// <summary>The last entry taken down.</summary>
        public long Seen { get; set; }

        /// <summary>The last place in the journal for which the engine has a request in hand.</summary>
        public long Reach { get; set; }

        public bool HasRules { get; set; }

        /// <summary>Whether the last look failed, so that the next one comes by itself.</summary>
        public bool IsTryingAgain { get; set; }
    }
}
