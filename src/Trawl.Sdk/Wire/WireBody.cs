using System.Buffers.Binary;

namespace Trawl.Sdk.Wire;

/// <summary>The parts of a message to send, copied piece by piece to where they go, and nowhere in between.</summary>
internal sealed class WireBody
{
    private readonly List<ReadOnlyMemory<byte>> _parts = [];

    public WireBody(ReadOnlyMemory<byte> meta, IReadOnlyList<ReadOnlyMemory<byte>> blobs)
    {
        // One array holds all the numbers, so that small messages stay cheap.
        var numbers = new byte[8 + (4 * blobs.Count)];
        Add(numbers, 0, meta.Length);
        _parts.Add(meta);
        Add(numbers, 4, blobs.Count);
        for (var i = 0; i < blobs.Count; i++)
        {
            Add(numbers, 8 + (4 * i), blobs[i].Length);
            _parts.Add(blobs[i]);
        }

        Length = _parts.Sum(part => (long)part.Length);
    }

    public long Length { get; private set; }

    /// <summary>Copies the next bytes; as many as fit or are left.</summary>
    public int CopyNext(Span<byte> target)
    {
        var copied = 0;
        while (copied < target.Length && _parts.Count > _at)
        {
            var part = _parts[_at][_offset..];
            var count = Math.Min(part.Length, target.Length - copied);
            part.Span[..count].CopyTo(target[copied..]);
            copied += count;
            _offset += count;
            if (count == part.Length) (_at, _offset) = (_at + 1, 0);
        }

        Length -= copied;
        return copied;
    }

    private int _at;
    private int _offset;

    private void Add(byte[] numbers, int at, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(numbers.AsSpan(at), value);
        _parts.Add(numbers.AsMemory(at, 4));
    }
}
