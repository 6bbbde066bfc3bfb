namespace Trawl.Demo.Making;

/// <summary>SplitMix64: the same numbers from the same seed on every machine and runtime.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for one thing, so that a change to one product leaves the others alone.</summary>
    public static Chance For(int seed, string kind, int index)
    {
        var mixed = (ulong)seed * 0x9E3779B97F4A7C15 ^ (ulong)index * 0xD1B54A32D192ED03;
        foreach (var c in kind)
        {
            mixed = (mixed ^ c) * 0x100000001B3;
        }

        return new Chance(mixed);
    }

    /// <summary>0 to <paramref name="end"/> - 1.</summary>
    public int Below(int end) => (int)((Next() >> 33) % (ulong)end);

    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool Percent(int share) => Below(100) < share;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>That many different ones, in the list's order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> from, int count)
    {
        var picked = new List<T>(count);
        for (var i = 0; i < from.Count && picked.Count < count; i++)
        {
            if (Below(from.Count - i) < count - picked.Count) picked.Add(from[i]);
        }

        return picked;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
