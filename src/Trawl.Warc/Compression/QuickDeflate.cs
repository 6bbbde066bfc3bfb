using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trawl.Warc.Compression;

/// <summary>
/// Compresses (RFC 1951) fast rather than well: one look into a table of what stood where, no search for a better match,
/// the fixed codes. Nothing is set up for a record and nothing torn down, which is most of what a small one costs
/// elsewhere. Where a block does not get smaller it is stored as it is.
/// </summary>
internal sealed class QuickDeflate
{
    // A stored block can hold no more (RFC 1951 §3.2.4).
    private const int BlockSize = 65_535;
    private const int Window = 32 << 10;
    private const int HashBits = 13;
    private const int LeastMatch = 4;
    private const int LongestMatch = 258;
    private const int Spare = 16;

    private readonly int[] _seen = new int[1 << HashBits];
    private readonly byte[] _input = new byte[BlockSize + Spare];
    private readonly BitWriter _output = new((BlockSize * 9 / 8) + 64);
    // Places are counted on from block to block, so that what the table says of earlier ones is out of reach.
    private int _base = BlockSize;
    private int _held;

    /// <summary>Begins a stream.</summary>
    public void Begin()
    {
        _held = 0;
        _output.Clear();
    }

    public void Write(ReadOnlySpan<byte> bytes, Stream target)
    {
        while (!bytes.IsEmpty)
        {
            if (_held == BlockSize)
            {
                EndBlock(isLast: false);
                _output.Drain(target);
            }

            var count = Math.Min(bytes.Length, BlockSize - _held);
            bytes[..count].CopyTo(_input.AsSpan(_held));
            _held += count;
            bytes = bytes[count..];
        }
    }

    /// <summary>Ends the stream, up to a whole byte.</summary>
    public void End(Stream target)
    {
        EndBlock(isLast: true);
        _output.Align();
        _output.Drain(target);
    }

    private void EndBlock(bool isLast)
    {
        var start = _output.Mark();
        _output.Put(isLast ? 0b011u : 0b010u, 3);
        Compress();
        _output.Put(0, 7);
        if (_output.BytesSince(start) > _held + 5)
        {
            _output.GoBack(start);
            _output.PutStored(_input.AsSpan(0, _held), isLast);
        }

        _base = _base > int.MaxValue - (3 * BlockSize) ? Forget() : _base + BlockSize;
        _held = 0;
    }

    private int Forget()
    {
        Array.Clear(_seen);
        return BlockSize;
    }

    private void Compress()
    {
        ref var input = ref MemoryMarshal.GetArrayDataReference(_input);
        ref var seen = ref MemoryMarshal.GetArrayDataReference(_seen);
        int at = 0, done = 0;
        for (var last = _held - 2 * LeastMatch; at < last;)
        {
            var four = Load32(ref input, at);
            ref var slot = ref Unsafe.Add(ref seen, (int)((four * 2_654_435_761u) >> (32 - HashBits)));
            var before = slot - _base;
            slot = _base + at;
            if (before >= 0 && at - before <= Window && Load32(ref input, before) == four)
            {
                _output.PutLiterals(ref Unsafe.Add(ref input, done), at - done);
                var length = LeastMatch + Equal(ref input, at + LeastMatch, before + LeastMatch);
                _output.PutMatch(length, at - before);
                at += length;
                done = at;
            }
            else
            {
                // The longer nothing was found, the larger the steps: what is compressed already passes quickly.
                at += 1 + ((at - done) >> 6);
            }
        }

        _output.PutLiterals(ref Unsafe.Add(ref input, done), _held - done);
    }

    /// <summary>How many bytes behind a match are equal too.</summary>
    private int Equal(ref byte input, int at, int before)
    {
        var most = Math.Min(LongestMatch - LeastMatch, _held - at);
        for (var length = 0; length < most; length += sizeof(ulong))
        {
            var difference = Load64(ref input, at + length) ^ Load64(ref input, before + length);
            if (difference != 0) return Math.Min(most, length + (BitOperations.TrailingZeroCount(difference) >> 3));
        }

        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Load32(ref byte bytes, int at) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref bytes, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Load64(ref byte bytes, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, at));
}
