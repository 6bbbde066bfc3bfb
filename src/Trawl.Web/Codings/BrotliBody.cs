using System.Buffers;
using System.IO.Compression;

namespace Trawl.Web.Codings;

/// <summary>Decodes Brotli (RFC 7932) from memory.</summary>
internal static class BrotliBody
{
    public static DecodeStatus Decode(ReadOnlySpan<byte> body, DecodeBuffer buffer)
    {
        using var decoder = new BrotliDecoder();
        while (!buffer.Exceeded)
        {
            var status = decoder.Decompress(body, buffer.Free(), out var read, out var written);
            body = body[read..];
            buffer.Advance(written);
            if (status == OperationStatus.Done) return buffer.Exceeded ? DecodeStatus.TooLarge : DecodeStatus.Ok;
            if (status != OperationStatus.DestinationTooSmall) return DecodeStatus.Corrupt;
        }

        return DecodeStatus.TooLarge;
    }
}
