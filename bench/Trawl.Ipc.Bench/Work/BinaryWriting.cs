using System.Buffers.Binary;
using System.Text;

namespace Trawl.Ipc.Bench.Work;

/// <summary>Little endian; a string is u32 (bytes * 2, and 1 more when all of it is ASCII) and its UTF-8.</summary>
internal ref struct BinaryWriting(Span<byte> target)
{
    private readonly Span<byte> _target = target;

    internal int Length { get; private set; }

    internal void Byte(byte value) => _target[Length++] = value;

    internal void Number(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_target[Length..], value);
        Length += 4;
    }

    internal void Real(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_target[Length..], value);
        Length += 8;
    }

    internal void Text(string value)
    {
        if (value.Length == 0)
        {
            Number(1);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(value, _target[(Length + 4)..]);
        Number(((uint)bytes * 2) + (bytes == value.Length ? 1u : 0));
        Length += bytes;
    }
}
