using System.Runtime.InteropServices;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Native;
using Trawl.Ipc.Segments;
using Trawl.Ipc.Transports;

namespace Trawl.Ipc.Handshakes;

/// <summary>
/// The server's half of the greeting, without blocking: reads one Hello, judges it, answers with Welcome and the memory, or
/// with an error. Nothing is made for a peer before its user, its process and its token are known to be right.
/// </summary>
internal sealed class ServerHandshake(UnixSocket socket, IpcServerOptions options, ulong epoch)
{
    private readonly byte[] _hello = new byte[FrameHeader.Size + Hello.Size];
    private int _received;

    public UnixSocket Socket => socket;

    public PeerCredentials Peer { get; } = socket.Peer;

    public Transport? Transport { get; private set; }

    public Agreement? Agreement { get; private set; }

    public IpcError? Error { get; private set; }

    public HandshakeState Advance()
    {
        if (Peer.User != Platform.User) return Refuse(IpcErrorCode.Refused, "Only processes of the server's own user may connect.");
        var outcome = socket.Receive(_hello.AsSpan(_received), out var received);
        _received += received;
        if (outcome == SocketOutcome.Gone) return Refuse(IpcErrorCode.PeerGone, "The client left before it had greeted.");
        return _received < _hello.Length ? HandshakeState.Pending : Judge();
    }

    public HandshakeState Refuse(IpcErrorCode code, string message)
    {
        Error = new(code, message);
        socket.Send(GreetingFrame.Of(Error), out _);
        return HandshakeState.Refused;
    }

    private HandshakeState Judge()
    {
        if (!GreetingFrame.TryRead<Hello>(_hello, FrameType.Hello, out var hello))
            return Refuse(IpcErrorCode.Corrupt, "The first frame must be a Hello of 48 bytes.");
        if (hello.Major != Protocol.Major) return Refuse(IpcErrorCode.Unsupported, $"This server speaks version {Protocol.Major} only.");
        if (options.RequireToken && !options.Tokens.TryRedeem(MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in hello.Token)), Peer.Process))
            return Refuse(IpcErrorCode.Refused, "The token is wrong, was used already, or belongs to another process.");
        var features = Protocol.Settle(Protocol.Offer(options) & hello.Features);
        if (options.Transport == IpcTransport.SharedMemory && (features & Features.SharedMemory) == 0)
            return Refuse(IpcErrorCode.Unsupported, "This server wants shared memory and the client cannot.");
        return Accept(hello, features);
    }

    private HandshakeState Accept(in Hello hello, Features features)
    {
        var wanted = SegmentLayout.IsRingSize(hello.RingBytes) ? (int)hello.RingBytes : options.RingBytes;
        var agreement = new Agreement(
            Guid.NewGuid(), epoch, features, Math.Min(wanted, options.RingBytes),
            (int)Math.Clamp(hello.MaxMessageBytes, 1024, (uint)options.MaxMessageBytes), (int)Math.Min(hello.StreamCredit, int.MaxValue));
        var sent = (features & Features.SharedMemory) != 0 ? Share(agreement) : Send(agreement);
        if (!sent) return Refuse(IpcErrorCode.PeerGone, "The client left before it was welcomed.");
        Agreement = agreement;
        return HandshakeState.Done;
    }

    private bool Share(Agreement agreement)
    {
        var segment = Segment.Create(agreement, socket.Folder, out var descriptor);
        using (descriptor)
        {
            var welcome = Protocol.WelcomeOf(agreement, options);
            var outcome = descriptor is null ? socket.Send(welcome, out var sent) : socket.SendWith(welcome, descriptor.Number, out sent);
            var isSent = outcome == SocketOutcome.Moved && sent == welcome.Length;
            if (isSent) Transport = SharedTransport.ForServer(socket, segment, options.Trust);
            else segment.Dispose();
            return isSent;
        }
    }

    private bool Send(Agreement agreement)
    {
        var welcome = Protocol.WelcomeOf(agreement, options);
        Transport = new SocketTransport(socket, agreement.FrameBytes);
        return socket.Send(welcome, out var sent) == SocketOutcome.Moved && sent == welcome.Length;
    }
}
