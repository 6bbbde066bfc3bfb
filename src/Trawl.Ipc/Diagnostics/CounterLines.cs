using System.Runtime.InteropServices;

namespace Trawl.Ipc.Diagnostics;

/// <summary>The numbers of <see cref="IpcCounters"/>: those of the writer, the reader and the rest on cache lines of their own.</summary>
[StructLayout(LayoutKind.Explicit, Size = 512)]
internal struct CounterLines
{
    [FieldOffset(128)]
    public long MessagesSent;

    [FieldOffset(136)]
    public long BytesSent;

    [FieldOffset(256)]
    public long MessagesReceived;

    [FieldOffset(264)]
    public long BytesReceived;

    [FieldOffset(272)]
    public long Strays;

    [FieldOffset(280)]
    public long Spins;

    [FieldOffset(288)]
    public long SpinsWon;

    [FieldOffset(296)]
    public long Sleeps;

    [FieldOffset(304)]
    public long WakeUps;

    [FieldOffset(384)]
    public long BellsRung;

    [FieldOffset(392)]
    public long Corruptions;
}
