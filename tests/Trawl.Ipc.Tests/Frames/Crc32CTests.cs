using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Tests.Frames;

public sealed class Crc32CTests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xE3069283u)]
    public void KnownAnswers(string text, uint expected) => Assert.Equal(expected, Crc32C.Compute(System.Text.Encoding.ASCII.GetBytes(text)));

    // RFC 3720, appendix B.4.
    [Fact]
    public void VectorsOfTheStandard()
    {
        Assert.Equal(0x8A9136AAu, Crc32C.Compute(new byte[32]));
        Assert.Equal(0x62A8AB43u, Crc32C.Compute([.. Enumerable.Repeat((byte)0xFF, 32)]));
        Assert.Equal(0x46DD794Eu, Crc32C.Compute([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
        Assert.Equal(0x113FDB5Cu, Crc32C.Compute([.. Enumerable.Range(0, 32).Select(i => (byte)(31 - i))]));
    }

    [Fact]
    public void EveryLengthAgreesWithTheBitByBitDefinition()
    {
        var data = new byte[20_000];
        new Random(1).NextBytes(data);
        foreach (var length in Enumerable.Range(0, 1200).Concat([4096, 6143, 6144, 6145, 6500, 12_288, 19_999]))
            Assert.Equal(BitByBit(data.AsSpan(1, length)), Crc32C.Compute(data.AsSpan(1, length)));
    }

    private static uint BitByBit(ReadOnlySpan<byte> data)
    {
        var state = 0xFFFFFFFFu;
        foreach (var value in data)
        {
            state ^= value;
            for (var bit = 0; bit < 8; bit++) state = (state >> 1) ^ (0x82F63B78u & (0u - (state & 1)));
        }

        return ~state;
    }
}
