using System.Runtime.InteropServices;

namespace Trawl.Ipc.Handshakes;

/// <summary>Payload of the server's answer: what both ends now hold to.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = Size)]
internal struct Welcome
{
    public const int Size = 48;

    public ushort Major;
    public ushort Minor;
    public Features Features;
    public uint RingBytes;
    public uint MaxMessageBytes;
    public uint StreamCredit;
    public uint Reserved;
    public Guid Session;
    public ulong Epoch;
}
