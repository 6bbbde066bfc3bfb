using System.Buffers.Binary;
using System.Text;

namespace Trawl.Ipc.Handshakes;

/// <summary>Payload of an Error frame: code u16, reserved u16, UTF-8 text.</summary>
internal static class ErrorPayload
{
    private const int Prefix = 4;
    private const int MaxText = 1000;

    public const int MaxSize = Prefix + MaxText;

    public static int Write(IpcError error, Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, (ushort)error.Code);
        Encoding.UTF8.GetEncoder().Convert(error.Message, target.Slice(Prefix, Math.Min(MaxText, target.Length - Prefix)),
            flush: true, out _, out var bytes, out _);
        return Prefix + bytes;
    }

    public static IpcError Read(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < Prefix) return new(IpcErrorCode.Corrupt, "The peer sent an error without a code.");
        var text = payload[Prefix..];
        return new((IpcErrorCode)BinaryPrimitives.ReadUInt16LittleEndian(payload), Encoding.UTF8.GetString(text[..Math.Min(text.Length, MaxText)]));
    }
}
