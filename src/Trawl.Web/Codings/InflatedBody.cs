using System.IO.Compression;

namespace Trawl.Web.Codings;

/// <summary>Decodes gzip, zlib and raw deflate from memory, and sees when the body is cut off.</summary>
internal static class InflatedBody
{
    public static DecodeStatus Gzip(ReadOnlyMemory<byte> body, DecodeBuffer buffer)
    {
        var status = Run(new GZipStream(new MemoryFeed(body), CompressionMode.Decompress), buffer);
        return status == DecodeStatus.Ok && !GzipFrame.IsComplete(body, buffer.Length) ? DecodeStatus.Corrupt : status;
    }

    public static DecodeStatus Deflate(ReadOnlyMemory<byte> body, DecodeBuffer buffer)
    {
        if (LooksLikeZlib(body.Span))
        {
            var status = CheckedRun(body, zlib: true, buffer);
            if (status != DecodeStatus.Corrupt || buffer.Length > 0) return status;
        }

        return CheckedRun(body, zlib: false, buffer);
    }

    // RFC 1950, section 2.2: method 8, and a check that makes the first two bytes a multiple of 31.
    private static bool LooksLikeZlib(ReadOnlySpan<byte> body) =>
        body.Length >= 2 && (body[0] & 0x0F) == 8 && ((body[0] << 8) | body[1]) % 31 == 0;

    private static DecodeStatus CheckedRun(ReadOnlyMemory<byte> body, bool zlib, DecodeBuffer buffer)
    {
        var feed = new MemoryFeed(body);
        var status = Run(
            zlib ? new ZLibStream(feed, CompressionMode.Decompress) : new DeflateStream(feed, CompressionMode.Decompress), buffer);
        return status == DecodeStatus.Ok && feed.AskedBehindEnd ? DecodeStatus.Corrupt : status;
    }

    private static DecodeStatus Run(Stream stream, DecodeBuffer buffer)
    {
        using (stream)
        {
            try
            {
                while (!buffer.Exceeded)
                {
                    var read = stream.Read(buffer.Free());
                    if (read == 0) return DecodeStatus.Ok;
                    buffer.Advance(read);
                }

                return DecodeStatus.TooLarge;
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                return DecodeStatus.Corrupt;
            }
        }
    }
}
