using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Handshakes;

/// <summary>The frames of the handshake as bytes of the socket.</summary>
internal static class GreetingFrame
{
    public static byte[] Of<T>(FrameType type, in T payload)
        where T : unmanaged => Of(type, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in payload)));

    public static byte[] Of(IpcError error)
    {
        var payload = new byte[ErrorPayload.MaxSize];
        return Of(FrameType.Error, payload.AsSpan(0, ErrorPayload.Write(error, payload)));
    }

    /// <summary>True when the bytes are one whole frame of that type with a payload of that size.</summary>
    public static bool TryRead<T>(ReadOnlySpan<byte> frame, FrameType type, out T payload)
        where T : unmanaged
    {
        payload = default;
        if (frame.Length != FrameHeader.Size + Unsafe.SizeOf<T>()) return false;
        var header = FrameHeader.Read(frame);
        var body = frame[FrameHeader.Size..];
        if (!header.IsOurs || header.Type != type || header.Length != body.Length || !header.Matches(body)) return false;
        payload = MemoryMarshal.Read<T>(body);
        return true;
    }

    private static byte[] Of(FrameType type, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[FrameHeader.Stride(payload.Length)];
        payload.CopyTo(frame.AsSpan(FrameHeader.Size));
        new FrameHeader(type, FrameFlags.Whole, 0, payload.Length).WriteSealed(frame, payload);
        return frame;
    }
}
