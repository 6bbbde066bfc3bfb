using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trawl.Ipc.Frames;

/// <summary>The 24 bytes before every payload, little endian (docs/formats/ipc.md, section "Frame").</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct FrameHeader
{
    /// <summary>Bytes of a header.</summary>
    public const int Size = 24;

    /// <summary>Bytes of the header that its checksum covers.</summary>
    public const int CheckedSize = 20;

    /// <summary>"TRWL" as it stands in memory.</summary>
    public const uint ExpectedMagic = 0x4C575254;

    /// <summary>The version this library speaks.</summary>
    public const byte CurrentVersion = 1;

    private readonly uint _magic;
    private readonly byte _version;
    private readonly FrameFlags _flags;
    private readonly FrameType _type;
    private readonly uint _length;

    // At offset 12, so not aligned: fine to load, never a target of atomic operations.
    private readonly ulong _id;
    private readonly uint _checksum;

    /// <summary>A header that still lacks its checksum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FrameHeader(FrameType type, FrameFlags flags, ulong id, int length)
        : this(type, flags, id, length, 0)
    {
    }

    private FrameHeader(FrameType type, FrameFlags flags, ulong id, int length, uint checksum)
    {
        (_magic, _version) = (ExpectedMagic, CurrentVersion);
        (_type, _flags, _id, _length, _checksum) = (type, flags, id, (uint)length, checksum);
    }

    /// <summary>Always <see cref="ExpectedMagic"/> in a valid frame.</summary>
    public uint Magic => _magic;

    /// <summary>Always <see cref="CurrentVersion"/> in a valid frame.</summary>
    public byte Version => _version;

    /// <summary>First, last, compressed, checksum of the header only.</summary>
    public FrameFlags Flags => _flags;

    /// <summary>What the frame is for.</summary>
    public FrameType Type => _type;

    /// <summary>Bytes of payload behind the header, without the padding to 8.</summary>
    public uint Length => _length;

    /// <summary>The call or stream it belongs to; 0 where there is none.</summary>
    public ulong Id => _id;

    /// <summary>CRC-32C over the first <see cref="CheckedSize"/> bytes and, unless <see
    /// cref="FrameFlags.HeaderChecksum"/> is set, the payload.</summary>
    public uint Checksum => _checksum;

    /// <summary>Magic and version are ours; nothing else is judged.</summary>
    public bool IsOurs => _magic == ExpectedMagic && _version == CurrentVersion;

    /// <summary>Bytes a frame with that payload takes: header, payload, padding to a multiple of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Stride(int payload) => (Size + payload + 7) & ~7;

    /// <summary>Copies a header out of memory that need not be aligned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FrameHeader Read(ReadOnlySpan<byte> source) => MemoryMarshal.Read<FrameHeader>(source);

    /// <summary>Computes the checksum and writes the whole frame's header before <paramref name="payload"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteSealed(Span<byte> target, ReadOnlySpan<byte> payload)
    {
        var header = new FrameHeader(_type, _flags, _id, (int)_length, ChecksumWith(payload));
        MemoryMarshal.Write(target, in header);
    }

    /// <summary>True when the checksum is that of this header and <paramref name="payload"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Matches(ReadOnlySpan<byte> payload) => _checksum == ChecksumWith(payload);

    private uint ChecksumWith(ReadOnlySpan<byte> payload)
    {
        // The twenty bytes by hand: in a stream of small messages this is a good part of all the work.
        ref var start = ref Unsafe.As<FrameHeader, byte>(ref Unsafe.AsRef(in this));
        var state = BitOperations.Crc32C(Crc32C.Initial, Unsafe.ReadUnaligned<ulong>(ref start));
        state = BitOperations.Crc32C(state, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, 8)));
        state = BitOperations.Crc32C(state, Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, 16)));
        if ((_flags & FrameFlags.HeaderChecksum) == 0) state = Crc32C.Update(state, payload);
        return ~state;
    }
}
