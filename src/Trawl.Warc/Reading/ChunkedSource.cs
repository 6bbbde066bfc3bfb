using System.Buffers.Text;
using Trawl.Warc.Compression;

namespace Trawl.Warc.Reading;

/// <summary>
/// A body without its chunks (RFC 9112 §7.1). Where it is not chunked after all, or no longer, the rest comes as it stands.
/// </summary>
internal sealed class ChunkedSource(BlockSource block, Action reportBad) : ByteSource
{
    private const int MaxSizeLine = 1024;

    private long _inChunk;
    private bool _isPlain, _isFirst = true, _isAtEnd;

    public override ReadOnlySpan<byte> Available
    {
        get
        {
            var bytes = block.Available;
            if (_isPlain) return bytes;
            return bytes.Length <= _inChunk ? bytes : bytes[..(int)_inChunk];
        }
    }

    public override void Advance(int count)
    {
        block.Advance(count);
        if (!_isPlain) _inChunk -= count;
    }

    public override bool Ensure(int count)
    {
        while (!_isPlain && !_isAtEnd && _inChunk == 0) NextChunk();
        if (_isAtEnd) return false;
        if (!block.Fill())
        {
            if (!_isPlain && _inChunk > 0) BecomePlain();
            return false;
        }

        return Available.Length >= count;
    }

    private void NextChunk()
    {
        block.Ensure(MaxSizeLine);
        var bytes = block.Available;
        var from = 0;
        if (!_isFirst && !TrySkipLineEnd(bytes, ref from))
        {
            BecomePlain();
            return;
        }

        bytes = bytes[from..];
        var feed = bytes[..Math.Min(bytes.Length, MaxSizeLine)].IndexOf((byte)'\n');
        if (feed < 0 || !TrySize(bytes[..feed], out var size))
        {
            BecomePlain();
            return;
        }

        block.Advance(from + feed + 1);
        _isFirst = false;
        _inChunk = size;
        if (size == 0) SkipTrailer();
    }

    private static bool TrySkipLineEnd(ReadOnlySpan<byte> bytes, ref int from)
    {
        if (bytes.StartsWith("\r\n"u8)) from = 2;
        else if (bytes.StartsWith("\n"u8)) from = 1;
        return from > 0;
    }

    private static bool TrySize(ReadOnlySpan<byte> line, out long size)
    {
        line = line.TrimEnd((byte)'\r');
        var end = line.IndexOf((byte)';');
        line = (end < 0 ? line : line[..end]).Trim((byte)' ');
        return Utf8Parser.TryParse(line, out size, out var used, 'x') && used == line.Length && size >= 0;
    }

    private void SkipTrailer()
    {
        _isAtEnd = true;
        block.TrySkip();
    }

    private void BecomePlain()
    {
        _isPlain = true;
        reportBad();
    }
}
