using System.Text;
using Trawl.Web.Codings;

namespace Trawl.Web.Tests.Codings;

public sealed class ContentDecoderTests
{
    private static readonly DecodeLimits Roomy = new(32 << 20);

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("X-GZip", "gzip")]
    [InlineData("deflate", "zlib")]
    [InlineData("deflate", "raw")]
    [InlineData(" br ", "br")]
    public void Decode_OneCoding_GivesThePage(string header, string coding)
    {
        using var content = ContentDecoder.Decode(header, Compressed.As(coding, Compressed.Page), Roomy);
        Assert.Equal(DecodeStatus.Ok, content.Status);
        Assert.True(content.Bytes.Span.SequenceEqual(Compressed.Page));
        Assert.Null(content.Coding);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("identity")]
    [InlineData(", ,identity,")]
    public void Decode_NoCoding_KeepsTheReceivedMemory(string? header)
    {
        using var content = ContentDecoder.Decode(header, Compressed.Page, Roomy);
        Assert.Equal(DecodeStatus.Ok, content.Status);
        Assert.True(content.Bytes.Equals(Compressed.Page.AsMemory()));
    }

    [Fact]
    public void Decode_SeveralCodings_RemovesTheLastFirst()
    {
        var body = Compressed.As("br", Compressed.As("gzip", Compressed.As("raw", Compressed.Page)));
        using var content = ContentDecoder.Decode("deflate, gzip, br", body, Roomy);
        Assert.Equal(DecodeStatus.Ok, content.Status);
        Assert.True(content.Bytes.Span.SequenceEqual(Compressed.Page));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zlib")]
    [InlineData("raw")]
    public void Decode_CutOff_IsCorruptAtEveryLength(string coding)
    {
        var body = Compressed.As(coding, Encoding.UTF8.GetBytes("a page that is cut off, is cut off, somewhere"));
        for (var length = 1; length < body.Length; length++)
        {
            using var content = ContentDecoder.Decode(coding is "zlib" or "raw" ? "deflate" : coding, body.AsMemory(0, length), Roomy);
            Assert.True(content.Status == DecodeStatus.Corrupt, $"{length} of {body.Length} bytes: {content.Status}");
        }
    }

    [Fact]
    public void Decode_CutOff_KeepsWhatWasDecoded()
    {
        var body = Compressed.As("gzip", Compressed.Page);
        using var content = ContentDecoder.Decode("gzip", body.AsMemory(0, body.Length - 4), Roomy);
        Assert.Equal(DecodeStatus.Corrupt, content.Status);
        Assert.Equal("gzip", content.Coding);
        Assert.True(Compressed.Page.AsSpan().StartsWith(content.Bytes.Span));
        Assert.True(content.Bytes.Length > 1000);
    }

    [Fact]
    public void Decode_WrongChecksum_IsCorrupt()
    {
        var body = Compressed.As("gzip", Compressed.Page);
        body[^6] ^= 1;
        using var content = ContentDecoder.Decode("gzip", body, Roomy);
        Assert.Equal(DecodeStatus.Corrupt, content.Status);
    }

    [Fact]
    public void Decode_TwoGzipMembers_GivesBoth()
    {
        byte[] body = [.. Compressed.As("gzip", "one "u8.ToArray()), .. Compressed.As("gzip", "two"u8.ToArray())];
        using var content = ContentDecoder.Decode("gzip", body, Roomy);
        Assert.Equal("one two", Encoding.UTF8.GetString(content.Bytes.Span));
    }

    [Fact]
    public void Decode_SecondGzipMemberCutOff_IsCorrupt()
    {
        byte[] body = [.. Compressed.As("gzip", "one "u8.ToArray()), .. Compressed.As("gzip", Compressed.Page)];
        using var content = ContentDecoder.Decode("gzip", body.AsMemory(0, body.Length - 9), Roomy);
        Assert.Equal(DecodeStatus.Corrupt, content.Status);
    }

    [Fact]
    public void Decode_BytesBehindTheGzipMember_AreIgnored()
    {
        byte[] body = [.. Compressed.As("gzip", Compressed.Page), .. "\0\0 behind"u8];
        using var content = ContentDecoder.Decode("gzip", body, Roomy);
        Assert.Equal(DecodeStatus.Ok, content.Status);
        Assert.True(content.Bytes.Span.SequenceEqual(Compressed.Page));
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, compress")]
    [InlineData("gzip;q=1")]
    public void Decode_UnknownCoding_NamesIt(string header)
    {
        using var content = ContentDecoder.Decode(header, Compressed.Page, Roomy);
        Assert.Equal(DecodeStatus.UnknownCoding, content.Status);
        Assert.Equal(header.Split(", ")[^1], content.Coding);
    }

    [Fact]
    public void Decode_TooManyCodings_IsRefused() =>
        Assert.Equal(DecodeStatus.UnknownCoding, ContentDecoder.Decode("br,br,br,br,br,br", Compressed.Page, Roomy).Status);

    [Fact]
    public void Decode_EmptyBody_IsEmpty()
    {
        using var content = ContentDecoder.Decode("gzip", default, Roomy);
        Assert.Equal(DecodeStatus.Ok, content.Status);
        Assert.True(content.Bytes.IsEmpty);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public void Decode_BeyondMaxBytes_IsTooLargeAndExactlyAtItIsNot(string coding)
    {
        var body = Compressed.As(coding, Compressed.Page);
        using var over = ContentDecoder.Decode(coding, body, new DecodeLimits(Compressed.Page.Length - 1));
        using var exact = ContentDecoder.Decode(coding, body, new DecodeLimits(Compressed.Page.Length));
        Assert.Equal(DecodeStatus.TooLarge, over.Status);
        Assert.True(over.Bytes.IsEmpty);
        Assert.Equal(DecodeStatus.Ok, exact.Status);
    }

    [Fact]
    public void Decode_PlainBodyBeyondMaxBytes_IsTooLarge() =>
        Assert.Equal(DecodeStatus.TooLarge, ContentDecoder.Decode(null, Compressed.Page, new DecodeLimits(10)).Status);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public void Decode_Bomb_StopsAtTheRatioWithoutOccupyingTheOutput(string coding)
    {
        var bomb = Compressed.As(coding, new byte[64 << 20]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var content = ContentDecoder.Decode(coding, bomb, new DecodeLimits(1L << 40, MaxRatio: 20));
        Assert.Equal(DecodeStatus.TooLarge, content.Status);
        var allowed = Math.Max(DecodeLimits.RatioFrom, bomb.Length * 20);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (allowed * 4) + 100_000);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("deflate, br")]
    public void Decode_AnyBytes_NeverThrows(string header)
    {
        const int seed = 20;
        var random = new Random(seed);
        var good = Compressed.As(header.Split(", ")[^1], Compressed.Page[..2000]);
        for (var i = 0; i < 3000; i++)
        {
            var body = (byte[])good.Clone();
            for (var n = random.Next(1, 20); n > 0; n--) body[random.Next(body.Length)] = (byte)random.Next(256);
            using var content = ContentDecoder.Decode(header, body.AsMemory(0, random.Next(body.Length + 1)), new DecodeLimits(1 << 20));
            Assert.True(Enum.IsDefined(content.Status), $"seed {seed}, round {i}");
        }
    }
}
