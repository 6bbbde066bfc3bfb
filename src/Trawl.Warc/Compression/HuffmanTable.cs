namespace Trawl.Warc.Compression;

/// <summary>
/// A decoding table for one canonical prefix code (RFC 1951 §3.2.2): the first bits index the root, longer codes go on in
/// a second table behind it. An entry holds, from its lowest bit: 5 bits of length, 5 of extra bits, 3 of kind, and from
/// bit 16 the value. Entry 0 is a code that does not exist.
/// </summary>
internal sealed class HuffmanTable(int rootBits, int capacity)
{
    public const uint Literal = 1 << 10, EndOfBlock = 1 << 11, Link = 1 << 12;
    private const int MaxBits = 15;

    private readonly int[] _counts = new int[MaxBits + 1];
    private readonly int[] _next = new int[MaxBits + 1];
    private int _used;

    public uint[] Entries { get; } = new uint[capacity];

    /// <summary>Builds the table. False when the lengths are no code; a code with a single word may be incomplete.</summary>
    public bool TryBuild(ReadOnlySpan<byte> lengths, ReadOnlySpan<uint> symbols)
    {
        Array.Clear(_counts);
        foreach (var length in lengths) _counts[length]++;
        var words = lengths.Length - _counts[0];
        _counts[0] = 0;
        if (!IsCode(words)) return false;
        Array.Clear(Entries, 0, 1 << rootBits);
        _used = 1 << rootBits;
        for (int bits = 1, code = 0; bits <= MaxBits; bits++) _next[bits] = code = (code + _counts[bits - 1]) << 1;
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            int length = lengths[symbol];
            if (length > 0 && !TryAdd(Reverse(_next[length]++, length), length, symbols[symbol])) return false;
        }

        return true;
    }

    private bool IsCode(int words)
    {
        var left = 1;
        for (var bits = 1; bits <= MaxBits; bits++)
        {
            left = (left << 1) - _counts[bits];
            if (left < 0) return false;
        }

        return left == 0 || words <= 1;
    }

    private bool TryAdd(int code, int length, uint symbol)
    {
        if (length <= rootBits)
        {
            for (var at = code; at < 1 << rootBits; at += 1 << length) Entries[at] = symbol | (uint)length;
            return true;
        }

        var root = code & ((1 << rootBits) - 1);
        if (Entries[root] == 0 && !TryLink(root)) return false;
        var start = (int)(Entries[root] >> 16);
        var over = length - rootBits;
        for (var at = code >> rootBits; at < 1 << (MaxBits - rootBits); at += 1 << over)
        {
            Entries[start + at] = symbol | (uint)over;
        }

        return true;
    }

    // Each second table has room for the longest code: simple, and never more than the capacity the owner gave.
    private bool TryLink(int root)
    {
        var size = 1 << (MaxBits - rootBits);
        if (_used + size > Entries.Length) return false;
        Array.Clear(Entries, _used, size);
        Entries[root] = ((uint)_used << 16) | Link | (uint)rootBits;
        _used += size;
        return true;
    }

    private static int Reverse(int code, int length)
    {
        var reversed = 0;
        for (; length > 0; length--, code >>= 1) reversed = (reversed << 1) | (code & 1);
        return reversed;
    }
}
