using System.Runtime.InteropServices;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Segments;

namespace Trawl.Ipc.Handshakes;

/// <summary>What this library says of itself in a greeting.</summary>
internal static class Protocol
{
    public const ushort Major = 1;
    public const ushort Minor = 0;

    public static Features Offer(IpcOptions options) =>
        (options.Transport != IpcTransport.Socket && SharedMemory.IsSupportedFor(options.Trust) ? Features.SharedMemory : 0)
        | (options.Checksum == IpcChecksum.HeaderOfLarge ? Features.HeaderChecksum : 0)
        | ((options.Compression & IpcCompression.Deflate) != 0 ? Features.Deflate : 0)
        | ((options.Compression & IpcCompression.Brotli) != 0 ? Features.Brotli : 0);

    /// <summary>What holds when both ends can all of that: one way to compress at most.</summary>
    public static Features Settle(Features common) => (common & Features.Deflate) != 0 ? common & ~Features.Brotli : common;

    public static byte[] HelloOf(IpcOptions options) =>
        GreetingFrame.Of(FrameType.Hello, new Hello
        {
            Major = Major, Minor = Minor, Features = Offer(options), RingBytes = (uint)options.RingBytes,
            MaxMessageBytes = (uint)options.MaxMessageBytes, StreamCredit = (uint)options.StreamCredit,
            Token = options.Token.Length == 16 ? MemoryMarshal.Read<Guid>(options.Token.Span) : Guid.Empty,
        });

    public static byte[] WelcomeOf(Agreement agreement, IpcOptions options) =>
        GreetingFrame.Of(FrameType.Welcome, new Welcome
        {
            Major = Major, Minor = Minor, Features = agreement.Features, RingBytes = (uint)agreement.RingBytes,
            MaxMessageBytes = (uint)agreement.MaxMessageBytes,
                StreamCredit = (uint)options.StreamCredit, Session = agreement.Session, Epoch = agreement.Epoch,
        });
}
