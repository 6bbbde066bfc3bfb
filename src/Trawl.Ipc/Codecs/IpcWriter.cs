using System.Buffers.Binary;
using System.Text;

namespace Trawl.Ipc.Codecs;

/// <summary>Writes numbers, texts and bytes into the room a codec was given. For hand-made codecs; see <see cref="IpcReader"/>.</summary>
public ref struct IpcWriter(Span<byte> target)
{
    /// <summary>The most bytes a number of <see cref="WriteVarint"/> takes.</summary>
    public const int MaxVarint = 10;

    private const int LengthBytes = 5;
    private readonly Span<byte> _target = target;

    /// <summary>Bytes written.</summary>
    public int Written { get; private set; }

    /// <summary>The most bytes a text takes: for <see cref="IIpcCodec{T}.MaxSize"/>.</summary>
    public static int MaxSize(string value) => LengthBytes + Encoding.UTF8.GetMaxByteCount(value.Length);

    /// <summary>The most bytes that bytes and their length take.</summary>
    public static int MaxSize(ReadOnlySpan<byte> value) => LengthBytes + value.Length;

    /// <summary>An unsigned number in 1 to 10 bytes.</summary>
    public void WriteVarint(ulong value)
    {
        for (; value >= 0x80; value >>= 7) _target[Written++] = (byte)(value | 0x80);
        _target[Written++] = (byte)value;
    }

    /// <summary>4 bytes, little endian.</summary>
    public void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_target[Written..], value);
        Written += sizeof(int);
    }

    /// <summary>8 bytes, little endian.</summary>
    public void WriteInt64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_target[Written..], value);
        Written += sizeof(long);
    }

    /// <summary>8 bytes, IEEE 754, little endian.</summary>
    public void WriteDouble(double value) => WriteInt64(BitConverter.DoubleToInt64Bits(value));

    /// <summary>A length and the bytes.</summary>
    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteVarint((ulong)value.Length);
        value.CopyTo(_target[Written..]);
        Written += value.Length;
    }

    /// <summary>A length and the text as UTF-8.</summary>
    public void WriteText(string value)
    {
        WriteVarint((ulong)Encoding.UTF8.GetByteCount(value));
        Written += Encoding.UTF8.GetBytes(value, _target[Written..]);
    }
}
