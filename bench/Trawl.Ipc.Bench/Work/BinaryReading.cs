using System.Buffers.Binary;
using System.Text;

namespace Trawl.Ipc.Bench.Work;

/// <summary>Reads what <see cref="BinaryWriting"/> wrote; leaving the span throws.</summary>
internal ref struct BinaryReading(ReadOnlySpan<byte> source)
{
    private ReadOnlySpan<byte> _left = source;

    internal byte Byte() => Take(1)[0];

    internal uint Number() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    internal double Real() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    internal string Text()
    {
        var mark = Number();
        if (mark <= 1) return "";
        var bytes = Take((int)(mark >> 1));
        return (mark & 1) == 1 ? Encoding.Latin1.GetString(bytes) : Encoding.UTF8.GetString(bytes);
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _left[..count];
        _left = _left[count..];
        return taken;
    }
}
