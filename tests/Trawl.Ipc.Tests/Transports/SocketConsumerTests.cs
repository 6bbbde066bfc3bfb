using Trawl.Ipc.Frames;
using Trawl.Ipc.Native;
using Trawl.Ipc.Tests.Connections;
using Trawl.Ipc.Transports;

namespace Trawl.Ipc.Tests.Transports;

/// <summary>
/// The arrival of bytes is announced once. A reader that leaves in the middle of them must not be let sleep: nobody would
/// ever wake it for the rest.
/// </summary>
public sealed class SocketConsumerTests : IDisposable
{
    private const int FrameBytes = 4096;
    private const int Payload = FrameBytes - FrameHeader.Size;
    private readonly UnixSocket _listening;
    private readonly UnixSocket _client;
    private readonly UnixSocket _server;

    public SocketConsumerTests()
    {
        var path = TestEndpoint.New().Path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _listening = UnixSocket.Listen(path, 1);
        Assert.Equal(0, UnixSocket.TryConnect(path, out var client));
        (_client, _server) = (client!, _listening.TryAccept()!);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _listening.Dispose();
    }

    [Fact]
    public void BytesLeftInTheSocketForbidSleep()
    {
        using var producer = new SocketProducer(_client, FrameBytes);
        using var consumer = new SocketConsumer(_server, FrameBytes);
        for (ulong id = 1; id <= 3; id++) Send(producer, id);

        // One look takes in no more than the buffer holds; the rest stays where it is.
        Assert.True(consumer.Fill());
        var read = 0;
        while (consumer.HasMore) read += Read(consumer);
        Assert.InRange(read, 1, 2);

        Assert.False(consumer.PrepareToSleep());
        while (consumer.TryRead(out _, out _)) read += Read(consumer);
        Assert.Equal(3, read);
        Assert.True(consumer.PrepareToSleep());
    }

    [Fact]
    public void HalfAFrameIsWaitedFor()
    {
        using var consumer = new SocketConsumer(_server, FrameBytes);
        var frame = new byte[FrameHeader.Stride(Payload)];
        new FrameHeader(FrameType.Message, FrameFlags.Whole, 1, Payload).WriteSealed(frame, frame.AsSpan(FrameHeader.Size, Payload));
        Assert.Equal(SocketOutcome.Moved, _client.Send(frame.AsSpan(0, 100), out _));
        Assert.True(consumer.Fill());
        Assert.True(consumer.PrepareToSleep());
        Assert.Equal(SocketOutcome.Moved, _client.Send(frame.AsSpan(100), out _));
        Assert.Equal(1, Read(consumer));
        Assert.True(consumer.PrepareToSleep());
    }

    private static void Send(SocketProducer producer, ulong id)
    {
        Assert.True(producer.TryReserve(Payload, out var target));
        target.Fill((byte)id);
        producer.Commit(new FrameHeader(FrameType.Message, FrameFlags.Whole, id, Payload));
        producer.Publish();
    }

    private static int Read(SocketConsumer consumer)
    {
        Assert.True(consumer.TryRead(out _, out _));
        consumer.Advance();
        return 1;
    }
}
