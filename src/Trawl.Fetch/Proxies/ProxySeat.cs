namespace Trawl.Fetch.Proxies;

/// <summary>
/// One proxy and how it does. After a failure of its own it rests, twice as long each time; exchanges that break or take too
/// long may be the site's fault, so it takes three in a row. Thread-safe.
/// </summary>
internal sealed class ProxySeat(ProxyEndpoint endpoint, TimeProvider time)
{
    private const int MostBroken = 3;
    private static readonly TimeSpan s_firstRest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_longestRest = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private DateTimeOffset _restsUntil;
    private int _rests;
    private int _broken;

    public ProxyEndpoint Endpoint { get; } = endpoint;

    /// <summary>How long it rests yet; zero when it is ready.</summary>
    public TimeSpan Rest
    {
        get
        {
            lock (_lock)
            {
                var left = _restsUntil - time.GetUtcNow();
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    public void Well()
    {
        lock (_lock)
        {
            (_rests, _broken) = (0, 0);
        }
    }

    /// <summary>Takes an exchange down that broke; answers how long it rests now, null when it does not.</summary>
    /// <param name="isOurs">Whether the proxy itself is at fault.</param>
    public TimeSpan? Failed(bool isOurs)
    {
        lock (_lock)
        {
            if (!isOurs && ++_broken < MostBroken) return null;
            var now = time.GetUtcNow();
            // Of many requests that meet the same failure, the first counts.
            if (_restsUntil > now) return null;
            var rest = s_firstRest * Math.Pow(2, Math.Min(_rests++, 20));
            rest = rest > s_longestRest ? s_longestRest : rest;
            (_restsUntil, _broken) = (now + rest, 0);
            return rest;
        }
    }
}
