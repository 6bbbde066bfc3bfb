using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Connections;

/// <summary>A message of which some fragments have come.</summary>
internal sealed class PartialMessage(FrameType type, ulong id, int total, FrameFlags flags)
{
    public FrameType Type => type;

    public ulong Id => id;

    /// <summary>Bytes it will have.</summary>
    public int Total => total;

    public FrameFlags Flags => flags;

    public byte[] Buffer { get; set; } = [];

    /// <summary>Bytes that have come.</summary>
    public int Length { get; set; }

    public ReadOnlySpan<byte> Content => Buffer.AsSpan(0, Length);
}
