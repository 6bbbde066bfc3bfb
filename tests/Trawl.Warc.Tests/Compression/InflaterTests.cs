using System.IO.Compression;
using System.Text;
using Trawl.Warc.Compression;

namespace Trawl.Warc.Tests.Compression;

public sealed class InflaterTests
{
    private static readonly CompressionLevel[] s_levels =
        [CompressionLevel.NoCompression, CompressionLevel.Fastest, CompressionLevel.Optimal, CompressionLevel.SmallestSize];

    [Fact]
    public void Fill_WhatThePlatformDeflated_GivesTheSameBytesAndStopsAtTheEnd()
    {
        for (var seed = 1; seed <= 120; seed++)
        {
            var plain = Plain(new Random(seed));
            var member = Samples.Gzip(plain, s_levels[seed % 4]);
            var feed = new FileFeed(new MemoryStream(Samples.Join(member, Samples.Random(seed, 40))), seed % 3 == 0 ? 64 : 4096);
            var (bytes, status) = Inflate(feed);

            Assert.True(plain.AsSpan().SequenceEqual(bytes) && status == InflateStatus.Done, $"seed {seed}: {status}");
            Assert.True(member.Length == feed.Offset, $"seed {seed}: ends at {feed.Offset}, not {member.Length}");
        }
    }

    [Fact]
    public void Fill_EveryPrefix_IsTruncated()
    {
        var member = Samples.Gzip(Plain(new Random(5))[..Math.Min(900, Plain(new Random(5)).Length)]);
        for (var length = 4; length < member.Length; length++)
        {
            var (_, status) = Inflate(new FileFeed(new MemoryStream(member[..length])));
            Assert.True(status == InflateStatus.Truncated, $"prefix of {length}: {status}");
        }
    }

    [Fact]
    public void Fill_ChangedBytes_AreNeverTakenForTheOriginal()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            var plain = Plain(random);
            var member = Samples.Gzip(plain, s_levels[seed % 4]);
            member[10 + random.Next(member.Length - 10)] ^= (byte)(1 << random.Next(8));
            var (bytes, status) = Inflate(new FileFeed(new MemoryStream(member)));

            Assert.True(status != InflateStatus.Done || plain.AsSpan().SequenceEqual(bytes), $"seed {seed}");
        }
    }

    private static (byte[] Bytes, InflateStatus Status) Inflate(FileFeed feed)
    {
        var member = new GzipMember(feed);
        feed.Ensure(4);
        member.Begin();
        var gathered = new MemoryStream();
        while (member.Fill())
        {
            gathered.Write(member.Available);
            member.Advance(member.Available.Length);
        }

        return (gathered.ToArray(), member.Status);
    }

    // Text, noise, runs and far repeats, of lengths around the window's.
    private static byte[] Plain(Random random)
    {
        var bytes = new MemoryStream();
        var length = random.Next(1, 300_000);
        while (bytes.Length < length)
        {
            var piece = new byte[random.Next(1, 4000)];
            switch (random.Next(4))
            {
                case 0: random.NextBytes(piece); break;
                case 1: Array.Fill(piece, (byte)random.Next(256)); break;
                case 2: piece = Encoding.ASCII.GetBytes($"<p class=\"c{random.Next(9)}\">words and {random.Next(9999)}</p>\n"); break;
                default:
                    var from = random.Next((int)bytes.Length + 1);
                    piece = bytes.ToArray()[from..(int)Math.Min(bytes.Length, from + 3000)];
                    break;
            }

            bytes.Write(piece);
        }

        return bytes.ToArray();
    }
}
