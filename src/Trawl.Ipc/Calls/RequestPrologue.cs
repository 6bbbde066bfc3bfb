using System.Buffers.Binary;

namespace Trawl.Ipc.Calls;

/// <summary>The first 8 bytes of a request: method u16, flags u16, time left in milliseconds u32 (0: no limit).</summary>
internal readonly record struct RequestPrologue(ushort Method, RequestFlags Flags, uint TimeLeft)
{
    public const int Size = 8;

    public ulong Packed => Method | ((ulong)Flags << 16) | ((ulong)TimeLeft << 32);

    public static RequestPrologue Read(ReadOnlySpan<byte> source)
    {
        var packed = BinaryPrimitives.ReadUInt64LittleEndian(source);
        return new((ushort)packed, (RequestFlags)(ushort)(packed >> 16), (uint)(packed >> 32));
    }
}
