using System.Buffers;

namespace Trawl.Warc.Indexing;

/// <summary>The lines of a text, none longer in memory than a limit.</summary>
internal sealed class CdxLines(Stream stream, int maxLine) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _start, _end;

    /// <summary>Bytes of the lines given so far, with their ends.</summary>
    public long Taken { get; private set; }

    /// <summary>The next line without its end, valid until the one after; null at the end. What is too long is cut.</summary>
    public ReadOnlyMemory<byte>? Next()
    {
        var searched = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0) return Take(searched + feed, 1);
            searched = _end - _start;
            if (searched >= maxLine) return Take(searched, 0);
            if (More()) continue;
            if (searched == 0) return null;
            return Take(searched, 0);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private ReadOnlyMemory<byte> Take(int length, int end)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length + end;
        Taken += length + end;
        return line;
    }

    private bool More()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length) Grow();
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
