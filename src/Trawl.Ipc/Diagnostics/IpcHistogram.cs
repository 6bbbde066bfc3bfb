using System.Diagnostics;
using System.Numerics;

namespace Trawl.Ipc.Diagnostics;

/// <summary>
/// How long things took, in buckets that are an eighth of an octave wide from 128 ns to 9 minutes: percentiles are right to
/// 12.5 %. Recording allocates nothing after the first time and never waits.
/// </summary>
public sealed class IpcHistogram
{
    /// <summary>Of calls one in so many is timed: the clock costs a good part of what a call does.</summary>
    public const int SampleEvery = 16;

    private const int SubBuckets = 8;
    private const int Unit = 16;
    private const int Buckets = 264;
    private readonly Action<double>? _publish;
    private int[]? _counts;
    private int _offered;
    private long _longest;

    /// <summary>An empty one.</summary>
    public IpcHistogram()
    {
    }

    internal IpcHistogram(Action<double> publish) => _publish = publish;

    /// <summary>What was recorded, at this moment.</summary>
    public IpcLatency Latency
    {
        get
        {
            if (Volatile.Read(ref _counts) is not { } counts) return default;
            var copy = counts.ToArray();
            long count = 0;
            foreach (var n in copy) count += n;
            var longest = Volatile.Read(ref _longest);
            return new(
                count, Quantile(copy, count, 0.5, longest), Quantile(copy, count, 0.99, longest), Quantile(copy, count, 0.999, longest), Micros(longest));
        }
    }

    /// <summary>Adds one.</summary>
    public void Record(TimeSpan time) => Add((long)(time.TotalMicroseconds * 1000));

    /// <summary>The time of now, one time in <see cref="SampleEvery"/>; 0 the others.</summary>
    internal long Start() => (_offered++ & (SampleEvery - 1)) == 0 ? Stopwatch.GetTimestamp() : 0;

    /// <summary>Records what has passed since, unless that is 0.</summary>
    internal void Stop(long began)
    {
        if (began == 0) return;
        var elapsed = Stopwatch.GetElapsedTime(began);
        Record(elapsed);
        _publish?.Invoke(elapsed.TotalSeconds);
    }

    private void Add(long nanoseconds)
    {
        var counts = Volatile.Read(ref _counts) ?? Interlocked.CompareExchange(ref _counts, new int[Buckets], null) ?? _counts!;
        Interlocked.Increment(ref counts[IndexOf(nanoseconds)]);
        for (var longest = Volatile.Read(ref _longest); nanoseconds > longest; longest = Volatile.Read(ref _longest))
            if (Interlocked.CompareExchange(ref _longest, nanoseconds, longest) == longest) return;
    }

    private static int IndexOf(long nanoseconds)
    {
        var units = (ulong)Math.Max(nanoseconds, 0) / Unit;
        if (units < SubBuckets) return (int)units;
        var octave = BitOperations.Log2(units);
        return Math.Min(((octave - 2) * SubBuckets) + (int)((units >> (octave - 3)) & (SubBuckets - 1)), Buckets - 1);
    }

    // The middle of the bucket that holds it, and never more than the longest that was seen.
    private static double Quantile(int[] counts, long count, double quantile, long longest)
    {
        var rank = (long)Math.Ceiling(quantile * count);
        for (var i = 0; i < counts.Length; i++)
            if ((rank -= counts[i]) <= 0) return Micros(Math.Min((LowerBound(i) + LowerBound(i + 1)) / 2, longest));
        return Micros(longest);
    }

    private static long LowerBound(int index)
    {
        if (index < SubBuckets) return (long)index * Unit;
        return (long)(SubBuckets + (index % SubBuckets)) * Unit << ((index / SubBuckets) - 1);
    }

    private static double Micros(long nanoseconds) => Math.Round(nanoseconds / 1000.0, 3);
}
