using System.Buffers.Binary;
using System.IO.Compression;
using Trawl.Warc.Compression;

namespace Trawl.Warc.Writing;

/// <summary>One gzip member around a deflate stream (RFC 1952 §2.3), so that its first and last byte are known.</summary>
internal sealed class GzipFrame : IDisposable
{
    // ID, deflate, no flags, no time, no hint, system unknown: equal input gives equal bytes.
    private static ReadOnlySpan<byte> Head => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    private readonly Stream _target;
    private readonly DeflateStream _deflate;
    private uint _crc;
    private uint _length;

    public GzipFrame(Stream target, ZLibCompressionOptions options)
    {
        _target = target;
        target.Write(Head);
        _deflate = new DeflateStream(target, options, leaveOpen: true);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _crc = Crc32.Append(_crc, bytes);
        unchecked
        {
            _length += (uint)bytes.Length;
        }

        _deflate.Write(bytes);
    }

    public void End()
    {
        _deflate.Dispose();
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        _target.Write(trailer);
    }

    public void Dispose() => _deflate.Dispose();
}
