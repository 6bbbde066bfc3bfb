using System.Buffers;
using System.Buffers.Binary;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Connections;

/// <summary>
/// Puts fragments together. Memory grows with the bytes that really came, not with what a first fragment announces, and is
/// bounded for the connection as a whole.
/// </summary>
internal sealed class Assembler(int maxMessage, long maxTotal) : IDisposable
{
    private const int FirstRent = 256 * 1024;
    private const int TotalSize = 4;
    private readonly Dictionary<ulong, PartialMessage> _open = [];
    private long _held;

    /// <summary>Takes a fragment; the message when it was the last one, valid until <see cref="Recycle"/>.</summary>
    public FrameFault Add(in FrameHeader header, ReadOnlySpan<byte> payload, out PartialMessage? whole)
    {
        whole = null;
        return (header.Flags & FrameFlags.First) != 0 ? Begin(header, payload) : Continue(header, payload, out whole);
    }

    public void Recycle(PartialMessage message)
    {
        _open.Remove(message.Id);
        _held -= message.Buffer.Length;
        ArrayPool<byte>.Shared.Return(message.Buffer);
    }

    public void Dispose()
    {
        foreach (var message in _open.Values.ToArray()) Recycle(message);
    }

    private FrameFault Begin(in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        if (payload.Length <= TotalSize) return FrameFault.Length;
        var total = BinaryPrimitives.ReadUInt32LittleEndian(payload);
        if (total > maxMessage || total <= payload.Length - TotalSize) return FrameFault.Length;
        var message = new PartialMessage(header.Type, header.Id, (int)total, header.Flags);
        if (!_open.TryAdd(header.Id, message)) return FrameFault.Sequence;
        return Append(message, payload[TotalSize..]);
    }

    private FrameFault Continue(in FrameHeader header, ReadOnlySpan<byte> payload, out PartialMessage? whole)
    {
        whole = null;
        if (!_open.TryGetValue(header.Id, out var message) || message.Type != header.Type || payload.IsEmpty) return FrameFault.Sequence;
        if (((message.Flags ^ header.Flags) & FrameFlags.Compressed) != 0) return FrameFault.Sequence;
        if (payload.Length > message.Total - message.Length) return FrameFault.Length;
        var fault = Append(message, payload);
        if (fault != FrameFault.None) return fault;
        var isLast = (header.Flags & FrameFlags.Last) != 0;
        if (isLast != (message.Length == message.Total)) return FrameFault.Length;
        if (isLast) whole = message;
        return FrameFault.None;
    }

    private FrameFault Append(PartialMessage message, ReadOnlySpan<byte> payload)
    {
        var needed = message.Length + payload.Length;
        if (needed > message.Buffer.Length && !Grow(message, needed)) return FrameFault.Excess;
        payload.CopyTo(message.Buffer.AsSpan(message.Length));
        message.Length = needed;
        return FrameFault.None;
    }

    private bool Grow(PartialMessage message, int needed)
    {
        var size = Math.Min(message.Total, Math.Max(needed, Math.Max(FirstRent, 2 * message.Buffer.Length)));
        if (_held + size > maxTotal) return false;
        var larger = ArrayPool<byte>.Shared.Rent(size);
        message.Buffer.AsSpan(0, message.Length).CopyTo(larger);
        _held += larger.Length - message.Buffer.Length;
        if (message.Buffer.Length > 0) ArrayPool<byte>.Shared.Return(message.Buffer);
        message.Buffer = larger;
        return true;
    }
}
