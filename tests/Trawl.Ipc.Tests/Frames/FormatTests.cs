using System.Globalization;
using System.Text.RegularExpressions;
using Trawl.Ipc.Compression;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Handshakes;
using Trawl.Tests.Shared;

namespace Trawl.Ipc.Tests.Frames;

/// <summary>The test vectors of docs/formats/ipc.md, written and read by the library.</summary>
public sealed partial class FormatTests
{
    public static TheoryData<ushort, byte, ulong, string, string> Vectors
    {
        get
        {
            var rows = new TheoryData<ushort, byte, ulong, string, string>();
            foreach (Match row in Row().Matches(File.ReadAllText(Repository.PathOf("docs/formats/ipc.md"))))
                rows.Add(
                    ushort.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture), byte.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture),
                    ulong.Parse(row.Groups[3].Value, CultureInfo.InvariantCulture), row.Groups[4].Value, row.Groups[5].Value);
            return rows;
        }
    }

    [Fact]
    public void ThereAreVectors() => Assert.True(Vectors.Count >= 9);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void AFrameIsWhatThePageSays(ushort type, byte flags, ulong id, string payload, string frame)
    {
        var body = Convert.FromHexString(payload);
        var written = new byte[FrameHeader.Stride(body.Length)];
        body.CopyTo(written, FrameHeader.Size);
        new FrameHeader((FrameType)type, (FrameFlags)flags, id, body.Length).WriteSealed(written, body);
        Assert.Equal(frame, Convert.ToHexStringLower(written));

        var read = FrameHeader.Read(Convert.FromHexString(frame));
        Assert.True(read.IsOurs && read.Matches(body));
        Assert.Equal((type, flags, id, (uint)body.Length), ((ushort)read.Type, (byte)read.Flags, read.Id, read.Length));
        if (body.Length == 0) return;
        body[^1] ^= 1;
        Assert.Equal((read.Flags & FrameFlags.HeaderChecksum) != 0, read.Matches(body));
    }

    // Written by another implementation (zlib and brotli of Node.js), so that reading is not checked against our own writing.
    [Theory]
    [InlineData("Deflate", Features.Deflate)]
    [InlineData("Brotli", Features.Brotli)]
    internal void ACompressedMessageBecomesWhatThePageSays(string way, Features feature)
    {
        var row = Packed().Matches(File.ReadAllText(Repository.PathOf("docs/formats/ipc.md"))).Single(row => row.Groups[1].Value == way);
        var expected = Convert.FromHexString(row.Groups[2].Value);
        var packed = Convert.FromHexString(row.Groups[3].Value);
        var plain = new byte[Compressor.PlainSize(packed, 1 << 20)];
        Assert.True(Compressor.For(feature)!.Unpack(packed, plain));
        Assert.Equal(expected, plain);
    }

    [GeneratedRegex(@"^\| (\w+) \| `([0-9a-f]+)` \| `([0-9a-f]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Packed();

    [GeneratedRegex(@"^\| (\d+) \w+ \| (\d+) \| (\d+) \| `([0-9a-f]*)` \| `([0-9a-f]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
