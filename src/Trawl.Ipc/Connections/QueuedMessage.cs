using System.Buffers;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Connections;

/// <summary>A message that waits for room, whole or what is left of it, in a rented array.</summary>
internal sealed class QueuedMessage(FrameType type, FrameFlags flags, ulong id, byte[] buffer, int length)
{
    public FrameType Type => type;

    /// <summary>What each of its fragments says, beside first and last.</summary>
    public FrameFlags Flags => flags;

    public ulong Id => id;

    public int Length => length;

    public int Sent { get; set; }

    public ReadOnlySpan<byte> Rest => buffer.AsSpan(Sent, length - Sent);

    public void Recycle() => ArrayPool<byte>.Shared.Return(buffer);
}
