namespace Trawl.Server.Metrics;

/// <summary>Counts of measurements up to each bound, with their sum.</summary>
internal sealed class BucketCounts
{
    /// <summary>Upper bounds in seconds, from a hit in a cache to a slow query.</summary>
    public static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly long[] _counts = new long[Bounds.Length + 1];

    public double Sum { get; private set; }

    public void Add(double value)
    {
        var bucket = Array.BinarySearch(Bounds, value);
        _counts[bucket >= 0 ? bucket : ~bucket]++;
        Sum += value;
    }

    /// <summary>How many were at most each bound; the last is how many there were.</summary>
    public long[] Cumulative()
    {
        var cumulative = new long[_counts.Length];
        var total = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            cumulative[i] = total += _counts[i];
        }

        return cumulative;
    }
}
