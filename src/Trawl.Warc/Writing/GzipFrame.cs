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
    private readonly QuickDeflate? _quick;
    private readonly DeflateStream? _deflate;
    private uint _crc;
    private uint _length;

    /// <param name="target">The output.</param>
    /// <param name="level">Deflate's level.</param>
    /// <param name="quick">The encoder to use instead of the platform's, or null.</param>
    public GzipFrame(Stream target, ZLibCompressionOptions level, QuickDeflate? quick)
    {
        (_target, _quick) = (target, quick);
        target.Write(Head);
        quick?.Begin();
        _deflate = quick is null ? new DeflateStream(target, level, leaveOpen: true) : null;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _crc = Crc32.Append(_crc, bytes);
        unchecked
        {
            _length += (uint)bytes.Length;
        }

        _quick?.Write(bytes, _target);
        _deflate?.Write(bytes);
    }

    public void End()
    {
        _quick?.End(_target);
        _deflate?.Dispose();
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        _target.Write(trailer);
    }

    public void Dispose() => _deflate?.Dispose();
}
