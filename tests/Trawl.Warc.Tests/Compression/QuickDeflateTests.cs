using System.IO.Compression;
using System.Text;
using Trawl.Warc.Compression;

namespace Trawl.Warc.Tests.Compression;

/// <summary>What the quick encoder makes is read by the platform's inflater, whatever the bytes are.</summary>
public sealed class QuickDeflateTests
{
    [Fact]
    public void EveryKindOfBytes_ComesBack()
    {
        var encoder = new QuickDeflate();
        for (var seed = 1; seed <= 400; seed++)
        {
            var plain = Plain(new Random(seed));
            var packed = Pack(encoder, plain, new Random(seed));
            Assert.True(plain.AsSpan().SequenceEqual(Unpack(packed)), $"seed {seed}, {plain.Length} bytes");
            Assert.True(packed.Length <= plain.Length + 16 + (plain.Length / 10_000), $"seed {seed}: {plain.Length} bytes became {packed.Length}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(300_000)]
    public void LengthsAroundABlock_ComeBack(int length)
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, (length / 5) + 1).Select(i => $"{i % 997,4} ")))[..length];
        Assert.True(text.AsSpan().SequenceEqual(Unpack(Pack(new QuickDeflate(), text, new Random(1)))));
    }

    [Fact]
    public void TheSameBytes_GiveTheSameBytes_WhateverCameBefore()
    {
        var encoder = new QuickDeflate();
        var plain = Plain(new Random(7));
        var first = Pack(encoder, plain, new Random(1));
        Pack(encoder, Plain(new Random(8)), new Random(1));
        Assert.Equal(first, Pack(encoder, plain, new Random(2)));
    }

    [Fact]
    public void Text_GetsSmaller()
    {
        var html = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"<li class=\"item\"><a href=\"/p/{i * 7919}\">{i}</a></li>\n")));
        Assert.True(Pack(new QuickDeflate(), html, new Random(1)).Length < html.Length / 3);
    }

    private static byte[] Plain(Random random)
    {
        var bytes = new byte[random.Next(1 << random.Next(1, 18))];
        switch (random.Next(4))
        {
            case 0: random.NextBytes(bytes); break;
            case 1: Array.Fill(bytes, (byte)random.Next(256)); break;
            case 2: Fill(bytes, () => (byte)random.Next(200, 203)); break;
            default:
                random.NextBytes(bytes);
                for (var copies = random.Next(200); copies > 0 && bytes.Length > 8; copies--)
                {
                    var (from, to) = (random.Next(bytes.Length), random.Next(bytes.Length));
                    var length = Math.Min(random.Next(4, 600), bytes.Length - Math.Max(from, to));
                    bytes.AsSpan(from, length).CopyTo(bytes.AsSpan(to));
                }

                break;
        }

        return bytes;
    }

    private static void Fill(byte[] bytes, Func<byte> next)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = next();
        }
    }

    private static byte[] Pack(QuickDeflate encoder, byte[] plain, Random pieces)
    {
        var target = new MemoryStream();
        encoder.Begin();
        for (var at = 0; at < plain.Length;)
        {
            var count = Math.Min(pieces.Next(1, 40_000), plain.Length - at);
            encoder.Write(plain.AsSpan(at, count), target);
            at += count;
        }

        encoder.End(target);
        return target.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        var plain = new MemoryStream();
        inflate.CopyTo(plain);
        return plain.ToArray();
    }
}
