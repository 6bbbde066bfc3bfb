namespace Trawl.Html.Dom;

/// <summary>
/// Names of elements and attributes as small integers: names known to HTML, SVG and MathML have fixed ids, and names
/// seen in pages are local to their document (a hostile page must not grow the process), so a selector compares
/// integers. Elements and attributes share the ids.
/// </summary>
public static class NameTable
{
    private const int TableSize = 4096;
    private static readonly ushort[] s_slots = Build();

    /// <summary>Ids below this are the same in every document; ids from here on belong to one document.</summary>
    public static int KnownCount => KnownNames.Count;

    /// <summary>The fixed id of a known name, or -1. Compares exactly: HTML names are in lower case.</summary>
    public static int Find(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty) return -1;
        var slots = s_slots;
        var texts = KnownNames.Texts;
        for (uint slot = Hash(name); ; slot++)
        {
            int id = slots[slot & (TableSize - 1)];
            if (id == 0) return -1;
            if (name.SequenceEqual(texts[id])) return id;
        }
    }

    /// <summary>The text of a known name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is not below <see cref="KnownCount"/>.</exception>
    public static string Text(int id)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, KnownNames.Count);
        return KnownNames.Texts[id];
    }

    private static uint Hash(ReadOnlySpan<char> name)
    {
        uint ends = ((uint)name[0] << 16) | name[^1];
        uint middle = ((uint)name[name.Length >> 1] << 8) ^ ((uint)name[name.Length >> 2] << 20) ^ (uint)name.Length;
        return ((ends * 0x9E3779B1u) ^ (middle * 0x85EBCA6Bu)) >> 20;
    }

    private static ushort[] Build()
    {
        var slots = new ushort[TableSize];
        for (int id = 1; id < KnownNames.Count; id++)
        {
            uint slot = Hash(KnownNames.Texts[id]) & (TableSize - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (TableSize - 1);
            slots[slot] = (ushort)id;
        }

        return slots;
    }
}
