using System.Buffers.Binary;

namespace Trawl.Sdk.Wire;

/// <summary>A message as it lies: operation, number of the call, a JSON object and blobs. Its lengths have been checked.</summary>
internal sealed class WireMessage
{
    private readonly ReadOnlyMemory<byte>[] _blobs;

    private WireMessage(WireOp op, ulong call, ReadOnlyMemory<byte> meta, ReadOnlyMemory<byte>[] blobs) =>
        (Op, Call, Meta, _blobs) = (op, call, meta, blobs);

    public WireOp Op { get; }

    public ulong Call { get; }

    public ReadOnlyMemory<byte> Meta { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Blobs => _blobs;

    /// <summary>Reads the body of a message: <c>u32 length, meta, u32 count, count × (u32 length, bytes)</c>.</summary>
    /// <exception cref="WireException">A length or count is not possible.</exception>
    public static WireMessage Read(WireOp op, ulong call, ReadOnlyMemory<byte> body)
    {
        var rest = body;
        var meta = Take(ref rest, WireLimits.Meta);
        var count = TakeNumber(ref rest);
        // Each blob has a length of four bytes: more than that cannot be there.
        if (count > WireLimits.Blobs || count > rest.Length / 4) throw new WireException($"A message claims {count} blobs in {rest.Length} bytes.");
        var blobs = new ReadOnlyMemory<byte>[count];
        for (var i = 0; i < blobs.Length; i++) blobs[i] = Take(ref rest, WireLimits.Message);
        if (!rest.IsEmpty) throw new WireException($"A message has {rest.Length} bytes too many.");
        return new WireMessage(op, call, meta, blobs);
    }

    /// <summary>The same message in memory of its own.</summary>
    public WireMessage Copy() => new(Op, Call, Meta.ToArray(), [.. _blobs.Select(blob => (ReadOnlyMemory<byte>)blob.ToArray())]);

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> rest, int most)
    {
        var length = TakeNumber(ref rest);
        if (length > most || length > rest.Length) throw new WireException($"A message claims a part of {length} bytes and has {rest.Length} left.");
        var part = rest[..(int)length];
        rest = rest[(int)length..];
        return part;
    }

    private static uint TakeNumber(ref ReadOnlyMemory<byte> rest)
    {
        if (rest.Length < 4) throw new WireException("A message ends too early.");
        var number = BinaryPrimitives.ReadUInt32LittleEndian(rest.Span);
        rest = rest[4..];
        return number;
    }
}
