namespace Trawl.Ipc.Segments;

/// <summary>
/// Where things are in a segment (docs/formats/ipc.md, section "Segment"). Header and both control blocks share the first
/// page, so that a connection that says little touches three pages and not five.
/// </summary>
internal readonly record struct SegmentLayout(int RingBytes)
{
    public const int PageSize = 4096;
    public const int ControlToServer = 0x400;
    public const int ControlToClient = 0x800;
    public const int MinRingBytes = 1 << 14;
    public const int MaxRingBytes = 1 << 28;

    public long TotalBytes => PageSize + (2L * RingBytes);

    public long DataToServer => PageSize;

    public long DataToClient => PageSize + RingBytes;

    public static bool IsRingSize(long bytes) => bytes is >= MinRingBytes and <= MaxRingBytes && long.IsPow2(bytes);
}
