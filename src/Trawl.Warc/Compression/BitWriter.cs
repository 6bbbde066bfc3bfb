using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trawl.Warc.Compression;

/// <summary>Bits of a deflate stream with the fixed codes (RFC 1951 §3.2.6), the first in the lowest place of a byte.</summary>
internal sealed class BitWriter(int capacity)
{
    private readonly byte[] _bytes = new byte[capacity + sizeof(ulong)];
    private ulong _bits;
    private int _count;
    private int _length;

    public void Clear() => (_bits, _count, _length) = (0, 0, 0);

    /// <summary>The state, to come back to.</summary>
    public (ulong Bits, int Count, int Length) Mark() => (_bits, _count, _length);

    public void GoBack((ulong Bits, int Count, int Length) mark) => (_bits, _count, _length) = mark;

    public int BytesSince((ulong Bits, int Count, int Length) mark) => _length - mark.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint bits, int count)
    {
        var (all, held) = (_bits, _count);
        Append(new FixedCode(bits, count), ref all, ref held);
        Store(ref all, ref held);
        (_bits, _count) = (all, held);
    }

    public void PutLiterals(ref byte first, int count)
    {
        ref var codes = ref MemoryMarshal.GetArrayDataReference(FixedCodes.Literals);
        // In registers: through fields each code would wait for the one before it to be stored.
        var (bits, held) = (_bits, _count);
        // Five codes of nine bits and what is left of a byte fit into the word.
        for (; count >= 5; count -= 5, first = ref Unsafe.Add(ref first, 5))
        {
            Append(Unsafe.Add(ref codes, first), ref bits, ref held);
            Append(Unsafe.Add(ref codes, Unsafe.Add(ref first, 1)), ref bits, ref held);
            Append(Unsafe.Add(ref codes, Unsafe.Add(ref first, 2)), ref bits, ref held);
            Append(Unsafe.Add(ref codes, Unsafe.Add(ref first, 3)), ref bits, ref held);
            Append(Unsafe.Add(ref codes, Unsafe.Add(ref first, 4)), ref bits, ref held);
            Store(ref bits, ref held);
        }

        for (; count > 0; count--, first = ref Unsafe.Add(ref first, 1)) Append(Unsafe.Add(ref codes, first), ref bits, ref held);
        Store(ref bits, ref held);
        (_bits, _count) = (bits, held);
    }

    public void PutMatch(int length, int distance)
    {
        var (bits, held) = (_bits, _count);
        Append(FixedCodes.Lengths[length], ref bits, ref held);
        Append(FixedCodes.Distance(distance), ref bits, ref held);
        Store(ref bits, ref held);
        (_bits, _count) = (bits, held);
    }

    /// <summary>A block as it is (RFC 1951 §3.2.4).</summary>
    public void PutStored(ReadOnlySpan<byte> bytes, bool isLast)
    {
        Put(isLast ? 1u : 0u, 3);
        Align();
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(_length), (ushort)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(_length + 2), (ushort)~bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length + 4));
        _length += 4 + bytes.Length;
    }

    /// <summary>To the next whole byte.</summary>
    public void Align()
    {
        var (bits, held) = (_bits, (_count + 7) & ~7);
        Store(ref bits, ref held);
        (_bits, _count) = (bits, held);
    }

    /// <summary>Gives the whole bytes away.</summary>
    public void Drain(Stream target)
    {
        target.Write(_bytes, 0, _length);
        _length = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Append(FixedCode code, ref ulong bits, ref int held)
    {
        bits |= (ulong)code.Bits << held;
        held += code.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(ref ulong bits, ref int held)
    {
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), _length), bits);
        var whole = held >> 3;
        _length += whole;
        bits = whole == sizeof(ulong) ? 0 : bits >> (whole * 8);
        held &= 7;
    }
}
