using System.Text;
using Trawl.Warc.Compression;

namespace Trawl.Warc.Tests.Compression;

public sealed class Crc32Tests
{
    [Fact]
    public void TheCheckValue_IsTheStandardsOne() => Assert.Equal(0xCBF43926u, Crc32.Append(0, Encoding.ASCII.GetBytes("123456789")));

    [Fact]
    public void EveryLength_InOneGoOrInPieces_EqualsTheSlowSum()
    {
        var bytes = new byte[700];
        new Random(1).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            var whole = Crc32.Append(0, bytes.AsSpan(0, length));
            Assert.Equal(Slow(bytes.AsSpan(0, length)), whole);
            Assert.Equal(whole, Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, length / 3)), bytes.AsSpan(length / 3, length - (length / 3))));
        }
    }

    private static uint Slow(ReadOnlySpan<byte> bytes)
    {
        var crc = ~0u;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
