namespace Trawl.Drift.Profiles;

/// <summary>
/// Magnitudes in buckets of equal ratio: four to a doubling, so that a middle is right within ten per cent and a
/// histogram never has more than some hundred buckets.
/// </summary>
/// <param name="Buckets">Counts by bucket; zero has the bucket <see cref="ZeroBucket"/>.</param>
public sealed record Histogram(IReadOnlyDictionary<int, long> Buckets)
{
    /// <summary>The bucket of zero, below all others.</summary>
    public const int ZeroBucket = -1000;

    private const int ToADoubling = 4;

    /// <summary>A histogram of nothing.</summary>
    public static Histogram Empty { get; } = new(new Dictionary<int, long>());

    /// <summary>How many values it holds.</summary>
    public long Count => Buckets.Values.Sum();

    /// <summary>The bucket of a magnitude; its sign does not count.</summary>
    public static int BucketOf(double magnitude)
    {
        magnitude = Math.Abs(magnitude);
        return magnitude < 1e-30 ? ZeroBucket : (int)Math.Floor(Math.Log2(Math.Min(magnitude, 1e30)) * ToADoubling);
    }

    /// <summary>The middle of a bucket.</summary>
    public static double ValueOf(int bucket) => bucket == ZeroBucket ? 0 : Math.Pow(2, (bucket + 0.5) / ToADoubling);

    /// <summary>The bucket of the middle value; null when there is none.</summary>
    public int? Middle()
    {
        var half = (Count + 1) / 2;
        foreach (var (bucket, count) in Buckets.OrderBy(b => b.Key))
        {
            half -= count;
            if (half <= 0) return bucket;
        }

        return null;
    }

    /// <summary>How many values are at least so many times as large as those of a bucket.</summary>
    public long AtLeast(int bucket, int times) => From(Shift(bucket, times));

    /// <summary>How many values are at most one in so many as large as those of a bucket.</summary>
    public long AtMost(int bucket, int times)
    {
        var last = bucket == ZeroBucket ? int.MinValue : bucket - Steps(times);
        return Buckets.Where(b => b.Key <= last).Sum(b => b.Value);
    }

    private long From(int first) => Buckets.Where(b => b.Key >= first).Sum(b => b.Value);

    private static int Shift(int bucket, int times) => bucket == ZeroBucket ? ZeroBucket + 1 : bucket + Steps(times);

    private static int Steps(int times) => (int)Math.Round(Math.Log2(times) * ToADoubling);
}
