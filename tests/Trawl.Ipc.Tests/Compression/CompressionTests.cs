using System.Buffers.Binary;
using Trawl.Ipc.Compression;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Handshakes;
using Trawl.Ipc.Tests.Calls;
using Trawl.Ipc.Tests.Hostile;

namespace Trawl.Ipc.Tests.Compression;

public sealed class CompressionTests
{
    private const int Seed = 77;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public static TheoryData<IpcTransport, IpcCompression> Ways => new()
    {
        { IpcTransport.SharedMemory, IpcCompression.Deflate },
        { IpcTransport.SharedMemory, IpcCompression.Brotli },
        { IpcTransport.SharedMemory, IpcCompression.Deflate | IpcCompression.Brotli },
        { IpcTransport.Socket, IpcCompression.Brotli },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task MessagesOfAllSizesComeBackAsTheyWere(IpcTransport transport, IpcCompression compression)
    {
        using var server = new TestServer(new IpcServerOptions { Compression = compression });
        using var client = server.Connect(new IpcOptions { Transport = transport, Compression = compression, RingBytes = 1 << 16 });
        foreach (var size in (int[])[0, 100, 4087, 4088, 5000, 70_000, 3_000_000])
        {
            var text = Text(size);
            Assert.Equal(text.ToUpperInvariant(), client.Call(Methods.Upper, text).Unwrap());
            var noise = new byte[size];
            new Random(Seed).NextBytes(noise);
            Assert.True((await client.CallAsync(Methods.EchoPooled, noise).AsTask().WaitAsync(s_patience)).Unwrap().Span.SequenceEqual(noise));
        }
    }

    [Theory]
    [InlineData(IpcCompression.Deflate, IpcCompression.Deflate | IpcCompression.Brotli, true)]
    [InlineData(IpcCompression.Deflate, IpcCompression.Brotli, false)]
    [InlineData(IpcCompression.None, IpcCompression.Brotli, false)]
    [InlineData(IpcCompression.Brotli, IpcCompression.None, false)]
    [InlineData(IpcCompression.None, IpcCompression.None, false)]
    public void ItHappensWhereBothEndsAgree(IpcCompression ofServer, IpcCompression ofClient, bool expected)
    {
        using var server = new TestServer(new IpcServerOptions { Compression = ofServer });
        using var client = server.Connect(new IpcOptions { Compression = ofClient });
        var text = Text(20_000);
        Assert.Equal(text.ToUpperInvariant(), client.Call(Methods.Upper, text).Unwrap());
        Assert.Equal(expected, client.Counters.BytesSent < 15_000);
        Assert.Equal(expected, client.Counters.BytesReceived < 15_000);
    }

    [Fact]
    public async Task StreamsOfCompressedItemsKeepTheirCredit()
    {
        var options = new IpcOptions { Compression = IpcCompression.Deflate, StreamCredit = 16_384 };
        using var server = new TestServer(new IpcServerOptions { Compression = IpcCompression.Deflate, StreamCredit = 16_384 });
        using var client = server.Connect(options);
        using var duplex = client.Duplex(Methods.UpperEach).Unwrap();
        var text = Text(6000);
        var reading = duplex.Items.ToListAsync().AsTask();
        for (var i = 0; i < 200; i++) Assert.Null(await duplex.WriteAsync(text).AsTask().WaitAsync(s_patience));
        duplex.CompleteWrites();
        Assert.Equal(Enumerable.Repeat(text.ToUpperInvariant(), 200), await reading.WaitAsync(s_patience));
    }

    [Fact]
    public void ALargeFrameMayHaveItsHeaderCheckedOnly()
    {
        using var server = new TestServer(new IpcServerOptions { Checksum = IpcChecksum.HeaderOfLarge });
        using var client = server.Connect(new IpcOptions { Checksum = IpcChecksum.HeaderOfLarge });
        var bytes = new byte[200_000];
        new Random(Seed).NextBytes(bytes);
        for (var i = 0; i < 20; i++) Assert.True(client.Call(Methods.Echo, bytes).Unwrap().Span.SequenceEqual(bytes));
        using var peer = new RawPeer(server.Endpoint, new IpcOptions { Checksum = IpcChecksum.HeaderOfLarge });
        peer.Send(FrameType.Ping, 0, [], FrameFlags.Whole | FrameFlags.HeaderChecksum);
        using var stranger = new RawPeer(server.Endpoint);
        stranger.Send(FrameType.Ping, 0, [], FrameFlags.Whole | FrameFlags.HeaderChecksum);
        stranger.ExpectEnd();
    }

    [Theory]
    [InlineData(IpcCompression.Deflate)]
    [InlineData(IpcCompression.Brotli)]
    public void WhatWasPackedIsRefusedWhenItLies(IpcCompression compression)
    {
        var compressor = Compressor.For(compression == IpcCompression.Deflate ? Features.Deflate : Features.Brotli)!;
        var plain = System.Text.Encoding.UTF8.GetBytes(Text(50_000));
        var packed = new byte[plain.Length];
        var length = compressor.Pack(plain, packed);
        Assert.InRange(length, 1, 40_000);
        var target = new byte[60_000];
        Assert.True(compressor.Unpack(packed.AsSpan(0, length), target.AsSpan(0, 50_000)));
        Assert.True(target.AsSpan(0, 50_000).SequenceEqual(plain));
        Assert.False(compressor.Unpack(packed.AsSpan(0, length), target.AsSpan(0, 50_001)));
        Assert.False(compressor.Unpack(packed.AsSpan(0, length), target.AsSpan(0, 49_999)));
        Assert.False(compressor.Unpack(packed.AsSpan(0, length - 10), target.AsSpan(0, 50_000)));
        Assert.Equal(0, Compressor.PlainSize(packed.AsSpan(0, length), 49_999));
        Assert.Equal(50_000, Compressor.PlainSize(packed.AsSpan(0, length), 50_000));
    }

    [Theory]
    [InlineData(100, 1 << 20, "more than came could ever become")]
    [InlineData(100, 0, "nothing")]
    [InlineData(100_000, 17 << 20, "more than a message may have")]
    [InlineData(100, 200, "no compressed bytes at all")]
    public void ABombIsRefusedBeforeItGoesOff(int bytes, int claimed, string what)
    {
        using var server = new TestServer(new IpcServerOptions { Compression = IpcCompression.Brotli });
        using var neighbour = server.Connect();
        using var peer = new RawPeer(server.Endpoint, new IpcOptions { Compression = IpcCompression.Brotli });
        var payload = new byte[bytes];
        payload.AsSpan().Fill(0xA5);
        BinaryPrimitives.WriteInt32LittleEndian(payload, claimed);
        peer.Send(FrameType.Request, 2, payload, FrameFlags.Whole | FrameFlags.Compressed);
        peer.ExpectEnd();
        Assert.True(neighbour.Call(Methods.Upper, what).IsOk);
    }

    [Fact]
    public void ZerosThatShrinkTooWellTravelAsTheyAre()
    {
        using var server = new TestServer(new IpcServerOptions { Compression = IpcCompression.Brotli });
        using var client = server.Connect(new IpcOptions { Compression = IpcCompression.Brotli });
        Assert.Equal(1 << 20, client.Call(Methods.Echo, new byte[1 << 20]).Unwrap().Length);
        Assert.True(client.Counters.BytesSent >= 1 << 20);
    }

    [Fact]
    public void MutatedPackedMessagesHurtOnlyTheirOwnConnection()
    {
        using var server = new TestServer(new IpcServerOptions { Compression = IpcCompression.Deflate | IpcCompression.Brotli });
        using var neighbour = server.Connect();
        var random = new Random(Seed);
        for (var round = 0; round < 200; round++)
        {
            var compression = round % 2 == 0 ? IpcCompression.Deflate : IpcCompression.Brotli;
            using var peer = new RawPeer(server.Endpoint, new IpcOptions { Compression = compression });
            for (ulong id = 2; id < 40; id += 2) SendMutated(peer, compression, random, id);
            Assert.Equal("OK", neighbour.Call(Methods.Upper, "ok").Unwrap());
        }
    }

    private static void SendMutated(RawPeer peer, IpcCompression compression, Random random, ulong id)
    {
        byte[] plain = [(byte)Methods.Upper.Id, 0, 0, 0, 0, 0, 0, 0, .. System.Text.Encoding.UTF8.GetBytes(Text(random.Next(500, 3000)))];
        var packed = new byte[plain.Length];
        var length = Compressor.For(compression == IpcCompression.Deflate ? Features.Deflate : Features.Brotli)!.Pack(plain, packed);
        for (var n = random.Next(4); n > 0; n--) packed[random.Next(length)] = (byte)random.Next(256);
        var flags = FrameFlags.Compressed | (random.Next(20) == 0 ? (FrameFlags)random.Next(4) : FrameFlags.Whole);
        peer.Send(random.Next(20) == 0 ? FrameType.Cancel : FrameType.Request, id, packed.AsSpan(0, length), flags);
    }

    private static string Text(int length)
    {
        var random = new Random(Seed);
        var words = string.Concat(Enumerable.Range(0, (length / 4) + 1).Select(_ => $"w{random.Next(300)} "));
        return words[..length];
    }
}
