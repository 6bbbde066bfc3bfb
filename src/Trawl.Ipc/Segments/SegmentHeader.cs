using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Segments;

/// <summary>The first 64 bytes of a segment. The server writes them once, before it hands the memory over.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = Size)]
internal struct SegmentHeader
{
    public const int Size = 64;
    public const ulong ExpectedMagic = 0x0047_4553_4C57_5254; // "TRWLSEG\0"
    private const int CheckedSize = 60;

    public ulong Magic;
    public ushort Major;
    public ushort Minor;
    public uint Flags;
    public uint RingBytesToServer;
    public uint RingBytesToClient;
    public Guid Session;
    public ulong Epoch;
    private readonly ulong _reserved;
    private readonly uint _reservedToo;
    public uint Checksum;

    public static SegmentHeader Create(int ringBytes, Guid session, ulong epoch)
    {
        var header = new SegmentHeader
        {
            Magic = ExpectedMagic, Major = 1, RingBytesToServer = (uint)ringBytes,
                RingBytesToClient = (uint)ringBytes, Session = session, Epoch = epoch,
        };
        header.Checksum = header.Computed();
        return header;
    }

    public readonly bool IsValidFor(int ringBytes) =>
        Magic == ExpectedMagic && Major == 1 && RingBytesToServer == ringBytes && RingBytesToClient == ringBytes && Checksum == Computed();

    private readonly uint Computed() => Crc32C.Compute(MemoryMarshal.AsBytes(new ReadOnlySpan<SegmentHeader>(in this))[..CheckedSize]);
}
