using System.Runtime.InteropServices;

namespace Trawl.Ipc.Rings;

/// <summary>
/// What the two ends of a ring tell each other. Each field has 128 bytes to itself: the line of ARM and Apple processors,
/// and the pair of lines that x64 fetches together. Each is written by one side only, save that the waker clears a flag.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 512)]
internal struct RingControl
{
    /// <summary>Bytes ever published; written by the producer.</summary>
    [FieldOffset(0)]
    public long Head;

    /// <summary>Bytes ever consumed; written by the consumer.</summary>
    [FieldOffset(128)]
    public long Tail;

    /// <summary>1 while the consumer wants its bell rung after the next publication.</summary>
    [FieldOffset(256)]
    public int ConsumerSleeping;

    /// <summary>1 while the producer wants its bell rung when there is room again.</summary>
    [FieldOffset(384)]
    public int ProducerSleeping;
}
