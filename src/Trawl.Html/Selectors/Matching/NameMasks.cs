using System.Runtime.CompilerServices;

namespace Trawl.Html.Selectors.Matching;

/// <summary>Which states of a program an element's (or attribute's) name lets through: an array for names of the table.</summary>
internal sealed class NameMasks
{
    private readonly ulong[] _fixed;
    private readonly (SelectorName Name, ulong Mask)[] _local;

    private NameMasks(ulong[] @fixed, (SelectorName, ulong)[] local) => (_fixed, _local) = (@fixed, local);

    public static NameMasks Build(IEnumerable<(SelectorName Name, int State)> keys)
    {
        var all = keys.ToList();
        var known = new ulong[all.Count == 0 ? 0 : all.Max(k => k.Name.Fixed) + 1];
        var local = new Dictionary<string, (SelectorName Name, ulong Mask)>(StringComparer.Ordinal);
        foreach (var (name, state) in all)
        {
            var bit = 1UL << state;
            if (name.Fixed >= 0) known[name.Fixed] |= bit;
            else local[name.Text] = (name, local.GetValueOrDefault(name.Text).Mask | bit);
        }
        return new NameMasks(known, [.. local.Values]);
    }

    /// <summary>The ids this document gave the names the table does not know; null when there are none to look for.</summary>
    public (int Id, ulong Mask)[]? Resolve(MatchRun run)
    {
        if (_local.Length == 0) return null;
        var resolved = new (int, ulong)[_local.Length];
        for (var i = 0; i < resolved.Length; i++) resolved[i] = (run.Id(_local[i].Name), _local[i].Mask);
        return resolved;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Get(int id, (int Id, ulong Mask)[]? local)
    {
        var mask = (uint)id < (uint)_fixed.Length ? _fixed[id] : 0;
        return local is null ? mask : mask | Local(id, local);
    }

    private static ulong Local(int id, (int Id, ulong Mask)[] local)
    {
        var mask = 0UL;
        foreach (var (name, states) in local)
            if (name == id) mask |= states;
        return mask;
    }
}
