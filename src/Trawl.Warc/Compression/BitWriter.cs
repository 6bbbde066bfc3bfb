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
        Add(bits, count);
        Store();
    }

    public void PutLiterals(ref byte first, int count)
    {
        ref var codes = ref MemoryMarshal.GetArrayDataReference(FixedCodes.Literals);
        // Five codes of nine bits and what is left of a byte fit into the word.
        var i = 0;
        for (; i + 5 <= count; i += 5)
        {
            Add(Unsafe.Add(ref codes, Unsafe.Add(ref first, i)));
            Add(Unsafe.Add(ref codes, Unsafe.Add(ref first, i + 1)));
            Add(Unsafe.Add(ref codes, Unsafe.Add(ref first, i + 2)));
            Add(Unsafe.Add(ref codes, Unsafe.Add(ref first, i + 3)));
            Add(Unsafe.Add(ref codes, Unsafe.Add(ref first, i + 4)));
            Store();
        }

        for (; i < count; i++) Add(Unsafe.Add(ref codes, Unsafe.Add(ref first, i)));
        Store();
    }

    public void PutMatch(int length, int distance)
    {
        Add(FixedCodes.Lengths[length]);
        var (code, extra, extraBits) = FixedCodes.Distance(distance);
        Add(code, 5);
        Add(extra, extraBits);
        Store();
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
        _count = (_count + 7) & ~7;
        Store();
    }

    /// <summary>Gives the whole bytes away.</summary>
    public void Drain(Stream target)
    {
        target.Write(_bytes, 0, _length);
        _length = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(FixedCode code) => Add(code.Bits, code.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(uint bits, int count)
    {
        _bits |= (ulong)bits << _count;
        _count += count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store()
    {
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), _length), _bits);
        var whole = _count >> 3;
        _length += whole;
        _bits = whole == sizeof(ulong) ? 0 : _bits >> (whole * 8);
        _count &= 7;
    }
}
