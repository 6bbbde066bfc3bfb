using Trawl.Ipc.Frames;
using Trawl.Ipc.Handshakes;
using Trawl.Ipc.Native;
using Trawl.Ipc.Segments;
using Trawl.Ipc.Tests.Calls;
using Trawl.Ipc.Tests.Connections;

namespace Trawl.Ipc.Tests.Hostile;

/// <summary>Memory that a peer cannot take away under the reader (SIGBUS would kill the process), and none that it could.</summary>
public sealed class MemoryTests
{
    private const int AddSeals = 1033;

    [Fact]
    public void APeerCannotTruncateOrGrowOrUnsealWhatItWasGiven()
    {
        using var server = new TestServer();
        using var honest = server.Connect();
        using var memory = Greet(server.Endpoint, out var socket);
        Assert.True(Libc.Ftruncate(memory.Number, 0) < 0);
        Assert.True(Libc.Ftruncate(memory.Number, 1 << 30) < 0);
        Assert.True(Libc.Fcntl(memory.Number, AddSeals, 8) < 0);
        Assert.True(FileFacts.OfDescriptor(memory.Number).Size > 2 << 20);
        Assert.Equal("X", honest.Call(Methods.Upper, "x").Unwrap());
        socket.Dispose();
    }

    [Theory]
    [InlineData(0, 0L)]
    [InlineData(Seals.NoShrinking, 0L)]
    [InlineData(Seals.Required, -4096L)]
    [InlineData(Seals.Required, 0L)]
    public async Task AClientMapsNoMemoryThatAServerCouldTakeAway(int seals, long sizeError)
    {
        var endpoint = TestEndpoint.New();
        using var listening = UnixSocket.Listen(endpoint.Path, 1);
        var connecting = Task.Run(() => IpcConnection.Connect(endpoint, new IpcOptions { HandshakeTimeout = TimeSpan.FromSeconds(20) }));
        Assert.True(listening.WaitReadable(20_000));
        using var socket = listening.TryAccept()!;
        Welcome(socket, seals, sizeError);

        // The last case has all seals and the right size, and lacks the header.
        Assert.Equal(IpcErrorCode.Corrupt, (await connecting).Error!.Code);
    }

    private static unsafe void Welcome(UnixSocket socket, int seals, long sizeError)
    {
        var agreement = new Agreement(Guid.NewGuid(), 1, Features.SharedMemory, 1 << 16, 1 << 20, 1 << 16);
        using var memory = Memory(seals, new SegmentLayout(1 << 16).TotalBytes + sizeError);
        Assert.Equal(SocketOutcome.Moved, socket.SendWith(Protocol.WelcomeOf(agreement, new IpcOptions()), memory.Number, out _));
    }

    private static unsafe Descriptor Memory(int seals, long size)
    {
        fixed (byte* name = "test\0"u8)
        {
            var memory = new Descriptor(Libc.MemfdCreate(name, 3));
            Assert.Equal(0, Libc.Ftruncate(memory.Number, size));
            if (seals != 0) Assert.Equal(0, Libc.Fcntl(memory.Number, AddSeals, seals));
            return memory;
        }
    }

    private static Descriptor Greet(IpcEndpoint endpoint, out UnixSocket socket)
    {
        Assert.Equal(0, UnixSocket.TryConnect(endpoint.Path, out socket!));
        Assert.Equal(SocketOutcome.Moved, socket.Send(Protocol.HelloOf(new IpcOptions()), out _));
        Assert.True(socket.WaitReadable(20_000));
        Assert.Equal(SocketOutcome.Moved, socket.ReceiveWith(new byte[FrameHeader.Size + 48], out _, out var memory));
        return memory!;
    }
}
