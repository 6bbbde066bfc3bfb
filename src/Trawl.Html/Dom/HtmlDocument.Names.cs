using System.Buffers;

namespace Trawl.Html.Dom;

/// <content>Names that <see cref="NameTable"/> does not know: an open-addressed table of this document's own.</content>
public sealed partial class HtmlDocument
{
    private const int FirstLocalSlots = 64;

    private LocalEntry[] _localNames = [];
    private int _localCount;
    private int[] _localSlots = [];
    private int _localMask;
    private string?[]? _localTexts;

    /// <summary>The id of a name in this document, or -1 when no element or attribute in it has that name.</summary>
    public int FindName(ReadOnlySpan<char> name)
    {
        int known = NameTable.Find(name);
        if (known >= 0 || _localCount == 0) return known;
        int slot = SlotOf(name, string.GetHashCode(name));
        return _localSlots[slot] == 0 ? -1 : KnownNames.Count + _localSlots[slot] - 1;
    }

    /// <summary>The text of a name id of this document; empty for 0.</summary>
    public string NameText(int nameId)
    {
        if (nameId < KnownNames.Count) return KnownNames.Texts[nameId];
        int local = nameId - KnownNames.Count;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(local, _localCount, nameof(nameId));
        // Two threads may both make the string; either is right.
        var texts = _localTexts ??= new string?[_localCount];
        if (local >= texts.Length) Array.Resize(ref texts, _localCount);
        _localTexts = texts;
        return texts[local] ??= new string(Chars(_localNames[local].Start, _localNames[local].Length));
    }

    /// <summary>The id of a stored name (see <see cref="NodeData.Start"/>), given one when it has none.</summary>
    internal int AddName(int start, int length, out bool isNew)
    {
        isNew = false;
        var name = Chars(start, length);
        int known = NameTable.Find(name);
        if (known >= 0) return known;
        // Seeded per process, so that a page cannot choose names that collide.
        int hash = string.GetHashCode(name);
        if (_localCount * 2 >= _localSlots.Length) GrowSlots();
        int slot = SlotOf(name, hash);
        if (_localSlots[slot] != 0) return KnownNames.Count + _localSlots[slot] - 1;
        isNew = true;
        if (_localCount == _localNames.Length) Grow(ref _localNames, _localCount, Math.Max(16, _localCount + 1));
        _localNames[_localCount] = new LocalEntry(start, length, hash);
        _localSlots[slot] = ++_localCount;
        return KnownNames.Count + _localCount - 1;
    }

    private int SlotOf(ReadOnlySpan<char> name, int hash)
    {
        int slot = hash & _localMask;
        while (_localSlots[slot] != 0)
        {
            ref var local = ref _localNames[_localSlots[slot] - 1];
            if (local.Hash == hash && Chars(local.Start, local.Length).SequenceEqual(name)) break;
            slot = (slot + 1) & _localMask;
        }

        return slot;
    }

    private void GrowSlots()
    {
        int size = Math.Max(FirstLocalSlots, (_localMask + 1) * 2);
        Return(ref _localSlots);
        _localSlots = ArrayPool<int>.Shared.Rent(size);
        Array.Clear(_localSlots);
        _localMask = size - 1;
        for (int i = 0; i < _localCount; i++)
        {
            int slot = _localNames[i].Hash & _localMask;
            while (_localSlots[slot] != 0) slot = (slot + 1) & _localMask;
            _localSlots[slot] = i + 1;
        }
    }

    private readonly record struct LocalEntry(int Start, int Length, int Hash);
}
