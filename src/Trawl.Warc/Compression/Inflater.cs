using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trawl.Warc.Compression;

/// <summary>
/// Inflates one deflate stream (RFC 1951) and stops at its last bit. The platform's inflater reads ahead and does not say
/// how far, and a record's length is exactly that; this one also keeps its buffers from member to member.
/// </summary>
internal sealed class Inflater(FileFeed feed) : ByteSource
{
    private const int History = 32 << 10, Ahead = 64 << 10, Slack = 288;
    private const int LiteralRoot = 11, DistanceRoot = 9, MaxMatch = 258;

    private readonly byte[] _window = new byte[History + Ahead + Slack];
    private readonly HuffmanTable _literals = new(LiteralRoot, (1 << LiteralRoot) + (DeflateCodes.LiteralCount << 4));
    private readonly HuffmanTable _distances = new(DistanceRoot, (1 << DistanceRoot) + (DeflateCodes.DistanceCount << 6));
    private readonly HuffmanTable _lengths = new(7, 128);
    private readonly byte[] _codeLengths = new byte[DeflateCodes.LiteralCount + DeflateCodes.DistanceCount];
    private int _read, _written, _historyStart, _stored;
    private ulong _bits;
    private int _count;
    private bool _isLast, _isInBlock, _isStored, _areTablesFixed;

    public InflateStatus Status { get; private set; }

    /// <summary>Bytes and CRC of what came out so far.</summary>
    public long Produced { get; private set; }

    public uint Crc { get; private set; }

    public override ReadOnlySpan<byte> Available => _window.AsSpan(_read, _written - _read);

    /// <summary>Begins a new stream where the feed stands.</summary>
    public void Begin()
    {
        (_read, _written, _historyStart) = (History, History, History);
        (_bits, _count, _isLast, _isInBlock) = (0, 0, false, false);
        (Status, Produced, Crc) = (InflateStatus.Running, 0, 0);
    }

    /// <summary>Ends the stream before it began.</summary>
    public void Refuse() => Status = InflateStatus.Truncated;

    public override void Advance(int count) => _read += count;

    public override bool Ensure(int count)
    {
        if (_written - _read >= count) return true;
        if (Status != InflateStatus.Running) return false;
        if (_written >= History + Ahead) Slide();
        var from = _written;
        while (Status == InflateStatus.Running && _written < History + Ahead) Step();
        var piece = _window.AsSpan(from, _written - from);
        Crc = Crc32.Append(Crc, piece);
        Produced += piece.Length;
        return _written - _read >= count;
    }

    // What was not taken yet is in the history; whoever asks for more asks for far less than that.
    private void Slide()
    {
        var open = _written - _read;
        _window.AsSpan(_written - History, History).CopyTo(_window);
        _historyStart = Math.Max(0, _historyStart - (_written - History));
        (_read, _written) = (History - open, History);
    }

    // One block head, or as much of the block as there is room for.
    private void Step()
    {
        if (!_isInBlock)
        {
            if (_isLast) Finish();
            else BeginBlock();
        }
        else if (_isStored)
        {
            CopyStored();
        }
        else
        {
            Decode();
        }
    }

    // Whole bytes that were taken and not used go back; the feed keeps them.
    private void Finish()
    {
        feed.Start -= _count >> 3;
        (_bits, _count, Status) = (0, 0, InflateStatus.Done);
    }

    private void BeginBlock()
    {
        if (!TryTake(3, out var head)) return;
        _isLast = (head & 1) != 0;
        _isInBlock = true;
        _isStored = false;
        switch (head >> 1)
        {
            case 0: BeginStored(); break;
            case 1: BuildFixed(); break;
            case 2 when TryReadCodes(): _areTablesFixed = false; break;
            default: Fail(InflateStatus.Bad); break;
        }
    }

    private void BeginStored()
    {
        _bits >>= _count & 7;
        _count &= ~7;
        if (!TryTake(16, out var length) || !TryTake(16, out var inverse)) return;
        if ((length ^ 0xFFFF) != inverse) Fail(InflateStatus.Bad);
        feed.Start -= _count >> 3;
        (_bits, _count, _isStored, _stored) = (0, 0, true, (int)length);
    }

    private void CopyStored()
    {
        if (_stored > 0 && !feed.Fill())
        {
            Fail(InflateStatus.Truncated);
            return;
        }

        var piece = Math.Min(Math.Min(_stored, feed.Available.Length), History + Ahead - _written);
        feed.Available[..piece].CopyTo(_window.AsSpan(_written));
        feed.Advance(piece);
        _written += piece;
        _stored -= piece;
        _isInBlock = _stored > 0;
    }

    private void BuildFixed()
    {
        if (_areTablesFixed) return;
        _literals.TryBuild(DeflateCodes.FixedLiteralLengths, DeflateCodes.Literals);
        _distances.TryBuild(DeflateCodes.FixedDistanceLengths, DeflateCodes.Distances);
        _areTablesFixed = true;
    }

    private bool TryReadCodes()
    {
        _areTablesFixed = false;
        if (!TryTake(14, out var head)) return false;
        int literals = (int)(head & 31) + 257, distances = (int)((head >> 5) & 31) + 1, lengths = (int)(head >> 10) + 4;
        if (literals > 286 || distances > 30) return false;
        Span<byte> orders = stackalloc byte[19];
        orders.Clear();
        for (var i = 0; i < lengths; i++)
        {
            if (!TryTake(3, out var length)) return false;
            orders[DeflateCodes.LengthOrder[i]] = (byte)length;
        }

        var all = _codeLengths.AsSpan(0, literals + distances);
        return _lengths.TryBuild(orders, DeflateCodes.Lengths) && TryReadLengths(all) && all[256] != 0
            && _literals.TryBuild(all[..literals], DeflateCodes.Literals)
            && _distances.TryBuild(all[literals..], DeflateCodes.Distances);
    }

    private bool TryReadLengths(Span<byte> all)
    {
        var at = 0;
        while (at < all.Length)
        {
            if (!TrySymbol(_lengths, 7, out var symbol)) return false;
            if (symbol < 16)
            {
                all[at++] = (byte)symbol;
                continue;
            }

            var bits = symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
            if ((symbol == 16 && at == 0) || !TryTake(bits, out var more)) return false;
            var repeat = (int)more + (symbol == 18 ? 11 : 3);
            if (at + repeat > all.Length) return false;
            all.Slice(at, repeat).Fill(symbol == 16 ? all[at - 1] : (byte)0);
            at += repeat;
        }

        return true;
    }

    private bool TrySymbol(HuffmanTable table, int rootBits, out uint value)
    {
        Refill();
        var entry = table.Entries[(int)_bits & ((1 << rootBits) - 1)];
        var length = (int)entry & 31;
        value = entry >> 16;
        if (length > 0 && length <= _count)
        {
            _bits >>= length;
            _count -= length;
            return true;
        }

        Fail(length == 0 ? InflateStatus.Bad : InflateStatus.Truncated);
        return false;
    }

    private bool TryTake(int bits, out uint value)
    {
        if (_count < bits) Refill();
        value = (uint)_bits & ((1u << bits) - 1);
        if (_count < bits)
        {
            Fail(InflateStatus.Truncated);
            return false;
        }

        _bits >>= bits;
        _count -= bits;
        return true;
    }

    // The bits above _count are 0 or those that come next: both readings agree, so a refill may set them again.
    private void Refill()
    {
        while (_count < 56 && (feed.Start < feed.End || feed.Fill()))
        {
            _bits |= (ulong)feed.Buffer[feed.Start++] << _count;
            _count += 8;
        }
    }

    private void Fail(InflateStatus status)
    {
        if (Status == InflateStatus.Running) Status = status;
    }

    // The loop that all time goes into. Its state lives in locals; the fields are set again before anything is called.
    // No index leaves its array: masks bound the tables, a match is at most 258 bytes and never reaches behind the history.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Decode()
    {
        ref var window = ref MemoryMarshal.GetArrayDataReference(_window);
        ref var literals = ref MemoryMarshal.GetArrayDataReference(_literals.Entries);
        ref var distances = ref MemoryMarshal.GetArrayDataReference(_distances.Entries);
        var buffer = feed.Buffer;
        int at = feed.Start, end = feed.End, written = _written, count = _count;
        var bits = _bits;
        while (written < History + Ahead)
        {
            if (end - at >= 8)
            {
                bits |= Unsafe.ReadUnaligned<ulong>(ref buffer[at]) << count;
                at += (63 - count) >> 3;
                count |= 56;
            }
            else
            {
                (feed.Start, _bits, _count) = (at, bits, count);
                Refill();
                (at, end, bits, count) = (feed.Start, feed.End, _bits, _count);
            }

            var entry = Unsafe.Add(ref literals, (int)bits & ((1 << LiteralRoot) - 1));
            if ((entry & HuffmanTable.Literal) != 0 && count >= 3 * 15)
            {
                // Two more literals fit into what is there.
                Put(ref window, ref written, entry, ref bits, ref count);
                entry = Unsafe.Add(ref literals, (int)bits & ((1 << LiteralRoot) - 1));
                if ((entry & HuffmanTable.Literal) != 0)
                {
                    Put(ref window, ref written, entry, ref bits, ref count);
                    continue;
                }
            }

            if ((entry & HuffmanTable.Link) != 0)
            {
                bits >>= LiteralRoot;
                count -= LiteralRoot;
                entry = Unsafe.Add(ref literals, (int)(entry >> 16) + ((int)bits & ((1 << (15 - LiteralRoot)) - 1)));
            }

            if ((entry & HuffmanTable.Literal) != 0)
            {
                Put(ref window, ref written, entry, ref bits, ref count);
                if (count >= 0) continue;
                Fail(InflateStatus.Truncated);
                break;
            }

            bits >>= (int)entry & 31;
            count -= (int)entry & 31;
            if (count < 0 || entry >> 10 == 0 || (entry & HuffmanTable.EndOfBlock) != 0)
            {
                if (count < 0) Fail(InflateStatus.Truncated);
                else if ((entry & HuffmanTable.EndOfBlock) == 0) Fail(InflateStatus.Bad);
                else _isInBlock = false;
                break;
            }

            var length = TakeExtra(entry, ref bits, ref count);
            if (end - at >= 8 && count >= 0)
            {
                bits |= Unsafe.ReadUnaligned<ulong>(ref buffer[at]) << count;
                at += (63 - count) >> 3;
                count |= 56;
            }
            else
            {
                (feed.Start, _bits, _count) = (at, bits, Math.Max(0, count));
                if (count >= 0) Refill();
                (at, end, bits, count) = (feed.Start, feed.End, _bits, count < 0 ? count : _count);
            }

            entry = Unsafe.Add(ref distances, (int)bits & ((1 << DistanceRoot) - 1));
            if ((entry & HuffmanTable.Link) != 0)
            {
                bits >>= DistanceRoot;
                count -= DistanceRoot;
                entry = Unsafe.Add(ref distances, (int)(entry >> 16) + ((int)bits & ((1 << (15 - DistanceRoot)) - 1)));
            }

            bits >>= (int)entry & 31;
            count -= (int)entry & 31;
            var distance = TakeExtra(entry, ref bits, ref count);
            if (count < 0 || distance == 0 || distance > written - _historyStart || distance > History)
            {
                Fail(count < 0 ? InflateStatus.Truncated : InflateStatus.Bad);
                break;
            }

            CopyMatch(ref Unsafe.Add(ref window, written), distance, length);
            written += length;
        }

        (feed.Start, _written, _bits, _count) = (at, written, bits, Math.Max(0, count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ref byte window, ref int written, uint entry, ref ulong bits, ref int count)
    {
        Unsafe.Add(ref window, written++) = (byte)(entry >> 16);
        bits >>= (int)entry & 31;
        count -= (int)entry & 31;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TakeExtra(uint entry, ref ulong bits, ref int count)
    {
        var extra = (int)(entry >> 5) & 31;
        var value = (int)(entry >> 16) + (int)((uint)bits & ((1u << extra) - 1));
        bits >>= extra;
        count -= extra;
        return value;
    }

    // The slack behind the window takes what a copy of 16 bytes writes too much.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyMatch(ref byte target, int distance, int length)
    {
        ref var source = ref Unsafe.Subtract(ref target, distance);
        if (distance >= 16)
        {
            for (var i = 0; i < length; i += 16)
            {
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, i), Unsafe.ReadUnaligned<UInt128>(ref Unsafe.Add(ref source, i)));
            }
        }
        else if (distance == 1)
        {
            Unsafe.InitBlockUnaligned(ref target, source, (uint)length);
        }
        else
        {
            for (var i = 0; i < length; i++) Unsafe.Add(ref target, i) = Unsafe.Add(ref source, i);
        }
    }
}
