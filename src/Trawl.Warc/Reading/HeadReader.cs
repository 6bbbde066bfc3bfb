using System.Buffers;
using Trawl.Warc.Compression;

namespace Trawl.Warc.Reading;

/// <summary>Takes the bytes of a head up to and with its blank line.</summary>
internal static class HeadReader
{
    public static HeadEnd Read(ByteSource source, int limit, out byte[] head)
    {
        head = [];
        var inLine = 0;
        ArrayBufferWriter<byte>? gathered = null;
        while (source.Fill())
        {
            var piece = source.Available;
            var end = EndOfHead(piece, ref inLine);
            var take = end < 0 ? piece.Length : end;
            if ((gathered?.WrittenCount ?? 0) + take > limit) return HeadEnd.TooLarge;
            if (end >= 0 && gathered is null)
            {
                head = piece[..take].ToArray();
                source.Advance(take);
                return HeadEnd.BlankLine;
            }

            gathered ??= new ArrayBufferWriter<byte>(take + 1024);
            gathered.Write(piece[..take]);
            source.Advance(take);
            if (end < 0) continue;
            head = gathered.WrittenSpan.ToArray();
            return HeadEnd.BlankLine;
        }

        return HeadEnd.Truncated;
    }

    // Behind the line feed of a blank line, or -1. Bytes of the line that a piece ends in are carried over; CRs do not
    // make a line.
    private static int EndOfHead(ReadOnlySpan<byte> piece, ref int inLine)
    {
        var at = 0;
        while (true)
        {
            var feed = piece[at..].IndexOf((byte)'\n');
            var line = feed < 0 ? piece[at..] : piece.Slice(at, feed);
            inLine += line.Length - (line.Length > 0 && line[^1] == (byte)'\r' ? 1 : 0);
            if (feed < 0) return -1;
            at += feed + 1;
            if (inLine == 0) return at;
            inLine = 0;
        }
    }
}
