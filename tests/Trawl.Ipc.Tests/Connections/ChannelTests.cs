using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Tests.Connections;

public sealed class ChannelTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(IpcTransport.SharedMemory, IpcTrust.CopyBeforeRead)]
    [InlineData(IpcTransport.SharedMemory, IpcTrust.InPlace)]
    [InlineData(IpcTransport.Socket, IpcTrust.CopyBeforeRead)]
    public async Task EveryMessageComesBackAsItWas(IpcTransport transport, IpcTrust trust)
    {
        using var pair = new ChannelPair(new IpcOptions { Transport = transport, RingBytes = 1 << 16, Trust = trust });
        Assert.Equal(transport, pair.Client.Transport);
        var echo = Task.Factory.StartNew(() => Echo(pair.Server), TaskCreationOptions.LongRunning);
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var message = new byte[random.Next(0, i % 50 == 0 ? pair.Client.MaxPayload + 1 : 300)];
            random.NextBytes(message);
            Send(pair.Client, message, (ulong)i);
            Assert.Equal(IpcWait.Ready, pair.Client.WaitToRead(s_patience));
            Assert.True(pair.Client.TryRead(out var frame));
            Assert.Equal((ulong)i, frame.Header.Id);
            Assert.True(frame.Payload.SequenceEqual(message));
            pair.Client.Advance();
        }

        pair.Client.Close();
        await echo.WaitAsync(s_patience);
    }

    [Theory]
    [InlineData(IpcTransport.SharedMemory)]
    [InlineData(IpcTransport.Socket)]
    public async Task AFullRingHoldsTheWriterUntilTheReaderReads(IpcTransport transport)
    {
        const int Count = 200_000;
        using var pair = new ChannelPair(new IpcOptions { Transport = transport, RingBytes = 1 << 14 });
        var sending = Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < Count; i++) Send(pair.Client, BitConverter.GetBytes(i), (ulong)i);
                Assert.Equal(IpcWait.Ready, pair.Client.Flush(s_patience));
            },
            TaskCreationOptions.LongRunning);
        for (var i = 0; i < Count; i++)
        {
            Assert.Equal(IpcWait.Ready, pair.Server.WaitToRead(s_patience));
            Assert.True(pair.Server.TryRead(out var frame));
            Assert.Equal(i, BitConverter.ToInt32(frame.Payload));
            pair.Server.Advance();
        }

        await sending.WaitAsync(s_patience);
    }

    [Fact]
    public void WhatWasPublishedBeforeTheEndIsStillRead()
    {
        using var pair = new ChannelPair();
        Assert.True(pair.Client.TrySend([1, 2, 3]));
        pair.Client.Close();
        Assert.Equal(IpcWait.Ready, pair.Server.WaitToRead(s_patience));
        Assert.True(pair.Server.TryRead(out var frame));
        Assert.Equal([1, 2, 3], frame.Payload.ToArray());
        pair.Server.Advance();
        Assert.Equal(IpcWait.Closed, pair.Server.WaitToRead(s_patience));
    }

    private static void Send(IpcChannel channel, byte[] message, ulong id)
    {
        while (!channel.TrySend(message, FrameType.Message, id)) Assert.Equal(IpcWait.Ready, channel.WaitToWrite(message.Length, s_patience));
    }

    private static void Echo(IpcChannel channel)
    {
        while (channel.WaitToRead(s_patience) == IpcWait.Ready)
        {
            if (!channel.TryRead(out var frame)) continue;
            Send(channel, frame.Payload.ToArray(), frame.Header.Id);
            channel.Advance();
        }
    }
}
