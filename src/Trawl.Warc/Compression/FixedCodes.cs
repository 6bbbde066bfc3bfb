using System.Numerics;
using System.Runtime.CompilerServices;

namespace Trawl.Warc.Compression;

/// <summary>The fixed codes (RFC 1951 §3.2.6), bits in the order of the stream.</summary>
internal static class FixedCodes
{
    private const int FirstLength = 257;
    private const int LongestLength = 258;

    /// <summary>By byte.</summary>
    public static readonly FixedCode[] Literals = [.. Enumerable.Range(0, 256).Select(Symbol)];

    /// <summary>By length of the match, extra bits included.</summary>
    public static readonly FixedCode[] Lengths = [.. Enumerable.Range(0, LongestLength + 1).Select(Length)];

    // The 30 codes of distances, five bits each (§3.2.6).
    private static readonly uint[] s_distances = [.. Enumerable.Range(0, 30).Select(code => Reverse((uint)code, 5))];

    /// <summary>A distance (§3.2.5), extra bits included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FixedCode Distance(int distance)
    {
        var from0 = (uint)(distance - 1);
        if (from0 < 4) return new(s_distances[from0], 5);
        var extraBits = BitOperations.Log2(from0) - 1;
        var code = (uint)(2 * extraBits) + (from0 >> extraBits);
        var extra = from0 & ((1u << extraBits) - 1);
        return new(s_distances[code] | (extra << 5), 5 + extraBits);
    }

    private static FixedCode Symbol(int symbol) => symbol switch
    {
        < 144 => new(Reverse((uint)(0b0011_0000 + symbol), 8), 8),
        < 256 => new(Reverse((uint)(0b1_1001_0000 + symbol - 144), 9), 9),
        < 280 => new(Reverse((uint)(symbol - 256), 7), 7),
        _ => new(Reverse((uint)(0b1100_0000 + symbol - 280), 8), 8),
    };

    private static FixedCode Length(int length)
    {
        if (length < 3) return default;
        if (length == LongestLength) return Symbol(285);
        var from0 = (uint)(length - 3);
        if (from0 < 8) return Symbol(FirstLength + (int)from0);
        var extraBits = BitOperations.Log2(from0) - 2;
        var code = Symbol(FirstLength + (4 * extraBits) + (int)(from0 >> extraBits));
        var extra = from0 & ((1u << extraBits) - 1);
        return new(code.Bits | (extra << code.Count), code.Count + extraBits);
    }

    private static uint Reverse(uint bits, int count)
    {
        uint reversed = 0;
        for (var i = 0; i < count; i++) reversed |= ((bits >> i) & 1) << (count - 1 - i);
        return reversed;
    }
}
