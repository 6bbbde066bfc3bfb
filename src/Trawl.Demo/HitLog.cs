namespace Trawl.Demo;

/// <summary>What visitors asked for, and when: the ground truth of politeness and of "fetched once".</summary>
public sealed class HitLog
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly long _opened;
    private readonly Dictionary<string, int> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _urls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _successes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TimeSpan>> _arrivals = new(StringComparer.OrdinalIgnoreCase);

    internal HitLog(TimeProvider time)
    {
        _time = time;
        _opened = time.GetTimestamp();
    }

    /// <summary>Requests that arrived.</summary>
    public int Total
    {
        get
        {
            lock (_lock) return _arrivals.Values.Sum(times => times.Count);
        }
    }

    /// <summary>Answers by path and query.</summary>
    public IReadOnlyDictionary<string, int> ByUrl
    {
        get
        {
            lock (_lock) return new Dictionary<string, int>(_urls, StringComparer.Ordinal);
        }
    }

    /// <summary>Answers with a status below 400 by path and query.</summary>
    public IReadOnlyDictionary<string, int> SuccessesByUrl
    {
        get
        {
            lock (_lock) return new Dictionary<string, int>(_successes, StringComparer.Ordinal);
        }
    }

    /// <summary>When requests with that Host header (<c>127.0.0.1:8080</c>) arrived, since the shop opened.</summary>
    public IReadOnlyList<TimeSpan> Arrivals(string host)
    {
        lock (_lock) return _arrivals.TryGetValue(host, out var times) ? times.ToArray() : [];
    }

    /// <summary>Forgets everything, so that pages that fail the first time fail again.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _paths.Clear();
            _urls.Clear();
            _successes.Clear();
            _arrivals.Clear();
        }
    }

    /// <returns>How often the path was asked for before.</returns>
    internal int Arrive(string host, string path)
    {
        lock (_lock)
        {
            if (!_arrivals.TryGetValue(host, out var times)) _arrivals[host] = times = [];
            times.Add(_time.GetElapsedTime(_opened));
            return Count(_paths, path) - 1;
        }
    }

    internal void Answer(string url, int status)
    {
        lock (_lock)
        {
            Count(_urls, url);
            if (status < 400) Count(_successes, url);
        }
    }

    private static int Count(Dictionary<string, int> counts, string key) =>
        counts[key] = counts.GetValueOrDefault(key) + 1;
}
