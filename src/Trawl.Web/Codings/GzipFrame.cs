using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Trawl.Web.Codings;

/// <summary>The frame of a gzip body (RFC 1952): whether its last member has its end.</summary>
internal static class GzipFrame
{
    private const int TrailerLength = 8;
    private const int MaxMembers = 1000;

    /// <summary>
    /// Whether a body that decoded to that many bytes without a fault is complete. The last four bytes of a single
    /// member say its length; when they do not fit, there are more members, or something behind them, or the end is missing.
    /// </summary>
    public static bool IsComplete(ReadOnlyMemory<byte> body, int decoded) =>
        (body.Length >= TrailerLength + 10 && LengthAt(body.Span[^4..]) == (uint)decoded) || Walk(body);

    private static uint LengthAt(ReadOnlySpan<byte> trailer) => BinaryPrimitives.ReadUInt32LittleEndian(trailer);

    /// <summary>Member by member. What follows the last one and is no member does not count, as in browsers.</summary>
    private static bool Walk(ReadOnlyMemory<byte> body)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            var members = 0;
            while (members < MaxMembers && IsMember(body.Span))
            {
                var end = EndOfMember(body, scratch);
                if (end < 0) return false;
                body = body[end..];
                members++;
            }

            return members is > 0 and < MaxMembers;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    private static bool IsMember(ReadOnlySpan<byte> body) => body.Length >= 2 && body[0] == 0x1F && body[1] == 0x8B;

    // One byte at a time, so that the inflater takes none behind its end.
    private static int EndOfMember(ReadOnlyMemory<byte> body, byte[] scratch)
    {
        var header = HeaderLength(body.Span);
        if (header < 0) return -1;
        var feed = new MemoryFeed(body[header..], atOnce: 1);
        uint length = 0;
        using (var inflater = new DeflateStream(feed, CompressionMode.Decompress))
        {
            int read;
            while ((read = inflater.Read(scratch)) > 0) length += (uint)read;
        }

        var end = header + feed.Taken + TrailerLength;
        var isWhole = !feed.AskedBehindEnd && end <= body.Length && LengthAt(body.Span[(end - 4)..]) == length;
        return isWhole ? end : -1;
    }

    private static int HeaderLength(ReadOnlySpan<byte> member)
    {
        const int fixedPart = 10;
        if (member.Length < fixedPart) return -1;
        var flags = member[3];
        var at = fixedPart;
        if ((flags & 4) != 0)
        {
            if (at + 2 > member.Length) return -1;
            at += 2 + BinaryPrimitives.ReadUInt16LittleEndian(member[at..]);
        }

        if ((flags & 8) != 0) at = BehindZero(member, at);
        if ((flags & 16) != 0) at = BehindZero(member, at);
        if ((flags & 2) != 0) at += 2;
        return at < 0 || at > member.Length ? -1 : at;
    }

    private static int BehindZero(ReadOnlySpan<byte> member, int at)
    {
        if (at < 0 || at >= member.Length) return int.MinValue / 2;
        var zero = member[at..].IndexOf((byte)0);
        return zero < 0 ? int.MinValue / 2 : at + zero + 1;
    }
}
