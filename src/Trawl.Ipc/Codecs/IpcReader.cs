using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Trawl.Ipc.Codecs;

/// <summary>
/// Reads what <see cref="IpcWriter"/> wrote, out of bytes that nobody vouches for: nothing throws, counts cannot claim more
/// elements than there are bytes for, and nesting ends at <see cref="MaxNesting"/>. For hand-made codecs.
/// </summary>
public ref struct IpcReader(ReadOnlySpan<byte> source)
{
    /// <summary>Levels of values within values that are followed.</summary>
    public const int MaxNesting = 64;

    private ReadOnlySpan<byte> _rest = source;
    private int _nesting;

    /// <summary>True when all bytes were read: a codec should insist on it.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>An unsigned number of 1 to 10 bytes, 7 bits each, low ones first (LEB128).</summary>
    public bool TryReadVarint(out ulong value)
    {
        value = 0;
        for (var i = 0; i < _rest.Length && i < 10; i++)
        {
            var bits = (ulong)(_rest[i] & 0x7F);
            if (i == 9 && bits > 1) return false;
            value |= bits << (7 * i);
            if ((_rest[i] & 0x80) != 0) continue;
            _rest = _rest[(i + 1)..];
            return true;
        }

        return false;
    }

    /// <summary>4 bytes, little endian.</summary>
    public bool TryReadInt32(out int value)
    {
        var isThere = BinaryPrimitives.TryReadInt32LittleEndian(_rest, out value);
        if (isThere) _rest = _rest[sizeof(int)..];
        return isThere;
    }

    /// <summary>8 bytes, little endian.</summary>
    public bool TryReadInt64(out long value)
    {
        var isThere = BinaryPrimitives.TryReadInt64LittleEndian(_rest, out value);
        if (isThere) _rest = _rest[sizeof(long)..];
        return isThere;
    }

    /// <summary>8 bytes, IEEE 754, little endian.</summary>
    public bool TryReadDouble(out double value)
    {
        var isThere = TryReadInt64(out var bits);
        value = BitConverter.Int64BitsToDouble(bits);
        return isThere;
    }

    /// <summary>A length and so many bytes, where they are: to be used before the codec returns.</summary>
    public bool TryReadBytes(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!TryReadVarint(out var length) || length > (ulong)_rest.Length) return false;
        value = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return true;
    }

    /// <summary>A length and so many bytes of valid UTF-8.</summary>
    public bool TryReadText(out string value)
    {
        value = "";
        if (!TryReadBytes(out var bytes) || !Utf8.IsValid(bytes)) return false;
        value = Encoding.UTF8.GetString(bytes);
        return true;
    }

    /// <summary>How many elements follow. More than there can be, at that many bytes each at least, is refused.</summary>
    public bool TryReadCount(int leastBytesEach, out int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leastBytesEach);
        var isRead = TryReadVarint(out var value) && value <= (ulong)(_rest.Length / leastBytesEach);
        count = isRead ? (int)value : 0;
        return isRead;
    }

    /// <summary>Before a value within a value; false when that is one too many.</summary>
    public bool TryEnter() => ++_nesting <= MaxNesting;

    /// <summary>After it.</summary>
    public void Leave() => _nesting--;
}
