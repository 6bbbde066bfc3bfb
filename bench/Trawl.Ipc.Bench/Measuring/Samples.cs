using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Trawl.Ipc.Bench.Measuring;

/// <summary>Durations, kept one by one in memory that was touched before, so that taking one costs a store.</summary>
internal sealed class Samples
{
    private readonly uint[] _values;
    private double _sum;

    internal Samples(int capacity = 1 << 22)
    {
        _values = GC.AllocateUninitializedArray<uint>(capacity);
        Array.Fill(_values, 1u);
    }

    internal int Count { get; private set; }

    internal bool IsFull => Count == _values.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(long ticks)
    {
        _values[Count++] = (uint)Math.Min(ticks, uint.MaxValue);
        _sum += ticks;
    }

    internal void Clear() => (Count, _sum) = (0, 0);

    internal Latency Summary()
    {
        if (Count == 0) throw new InvalidOperationException("Nothing was measured.");
        Array.Sort(_values, 0, Count);
        var unit = 1e9 / Stopwatch.Frequency;
        double At(double share) => _values[(int)(share * (Count - 1))] * unit;
        return new Latency(Count, _sum / Count * unit, At(0.5), At(0.99), At(0.999), At(1));
    }
}
