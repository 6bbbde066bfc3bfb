namespace Trawl.Warc.Compression;

/// <summary>The alphabets of deflate (RFC 1951 §3.2.5, §3.2.6) as symbols of a <see cref="HuffmanTable"/>.</summary>
internal static class DeflateCodes
{
    public const int LiteralCount = 288, DistanceCount = 32;
    private const int LengthCodes = 29, DistanceCodes = 30;

    public static uint[] Literals { get; } = BuildLiterals();

    public static uint[] Distances { get; } = BuildDistances();

    /// <summary>The alphabet of code lengths: plain values.</summary>
    public static uint[] Lengths { get; } = [.. Enumerable.Range(0, 19).Select(i => (uint)i << 16)];

    public static ReadOnlySpan<byte> LengthOrder => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    /// <summary>The lengths of the fixed code of literals.</summary>
    public static byte[] FixedLiteralLengths { get; } =
        [.. Enumerable.Range(0, LiteralCount).Select(i => (byte)(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))];

    public static byte[] FixedDistanceLengths { get; } = [.. Enumerable.Repeat((byte)5, DistanceCount)];

    // Symbols 286 and 287 take part in the code and never occur: they stay 0, "does not exist", but for their length.
    private static uint[] BuildLiterals()
    {
        var symbols = new uint[LiteralCount];
        for (uint i = 0; i < 256; i++) symbols[i] = (i << 16) | HuffmanTable.Literal;
        symbols[256] = HuffmanTable.EndOfBlock;
        uint length = 3;
        for (var i = 0; i < LengthCodes - 1; i++)
        {
            var extra = i < 8 ? 0 : (uint)(i - 4) / 4;
            symbols[257 + i] = (length << 16) | (extra << 5);
            length += 1u << (int)extra;
        }

        symbols[285] = 258u << 16;
        return symbols;
    }

    private static uint[] BuildDistances()
    {
        var symbols = new uint[DistanceCount];
        uint distance = 1;
        for (var i = 0; i < DistanceCodes; i++)
        {
            var extra = i < 4 ? 0 : (uint)(i - 2) / 2;
            symbols[i] = (distance << 16) | (extra << 5);
            distance += 1u << (int)extra;
        }

        return symbols;
    }
}
