namespace Trawl.Ipc.Rings;

/// <summary>Where one ring is: its control block, its data and its size (a power of two).</summary>
internal readonly unsafe struct RingMemory(byte* control, byte* data, int bytes)
{
    public RingControl* Control { get; } = (RingControl*)control;

    public byte* Data { get; } = data;

    public int Bytes { get; } = bytes;
}
