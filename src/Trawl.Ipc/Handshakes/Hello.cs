using System.Runtime.InteropServices;

namespace Trawl.Ipc.Handshakes;

/// <summary>Payload of the client's first frame (docs/formats/ipc.md, section "Handshake").</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = Size)]
internal struct Hello
{
    public const int Size = 48;

    public ushort Major;
    public ushort Minor;
    public Features Features;
    public uint RingBytes;
    public uint MaxMessageBytes;
    public uint StreamCredit;
    public uint Reserved;
    public Guid Token;
    private readonly ulong _reservedToo;
}
