using System.Buffers;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Tests.Calls;

namespace Trawl.Ipc.Tests.Bytes;

public sealed class BytesTests
{
    private const int Seed = 3;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly IpcMethod<ReadOnlyMemory<byte>, string> s_length = new(50, IpcCodecs.Bytes, IpcCodecs.Text);
    private static readonly IpcMethod<string, ReadOnlyMemory<byte>> s_page = new(51, IpcCodecs.Text, IpcCodecs.Bytes);

    [Fact]
    public async Task ArraysGoThereAndBack()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        var bytes = Noise(10_000);
        Assert.Equal(bytes, client.Call(Methods.Echo.Id, bytes).Unwrap());
        Assert.Equal(bytes, (await client.CallAsync(Methods.Echo.Id, bytes)).Unwrap());
        Assert.Equal(IpcErrorCode.NoSuchMethod, client.Call(Methods.Missing.Id, bytes).Error!.Code);
        Assert.Null(client.Send(Methods.Note.Id, "hello"u8.ToArray()));
        Assert.True(await server.Noted.WaitAsync(s_patience));
        Assert.Equal("hello", server.Notes.Single());
    }

    [Fact]
    public void WhatIsWrittenIntoABufferIsAnsweredIntoAnother()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        var reply = new ArrayBufferWriter<byte>();
        Assert.Equal(5, client.Call(Methods.Echo.Id, target => target.Write("hello"u8), reply).Unwrap());
        Assert.Equal(6, client.Call(Methods.Echo.Id, target => target.Write(" world"u8), reply).Unwrap());
        Assert.True(reply.WrittenSpan.SequenceEqual("hello world"u8));
        Assert.Equal(IpcErrorCode.NoSuchMethod, client.Call(Methods.Missing.Id, _ => { }, reply).Error!.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public async Task StreamsCarryAllBytesBothWays(int length)
    {
        var bytes = Noise(length);
        using var server = IpcServer.Listen(Connections.TestEndpoint.New(), new IpcHandlers()
            .OnUpload(s_length, async (items, call) =>
            {
                using var received = new MemoryStream();
                await using var source = items.AsStream();
                await source.CopyToAsync(received, call.Cancellation);
                return received.ToArray().AsSpan().SequenceEqual(bytes) ? $"{received.Length}" : "other bytes";
            })
            .OnStream(s_page, async (_, items, call) =>
            {
                await using var target = items.AsStream();
                await new MemoryStream(bytes).CopyToAsync(target, 7777, call.Cancellation);
                return null;
            }));
        using var client = IpcConnection.Connect(server.Endpoint).Unwrap();
        using (var upload = client.Upload(s_length).Unwrap())
        {
            await using (var target = upload.AsStream()) await target.WriteAsync(bytes);
            Assert.Equal($"{length}", (await upload.CompleteAsync().AsTask().WaitAsync(s_patience)).Unwrap());
        }

        await using var page = client.OpenRead(s_page, "x");
        using var read = new MemoryStream();
        await page.CopyToAsync(read).WaitAsync(s_patience);
        Assert.Equal(bytes, read.ToArray());
    }

    [Fact]
    public async Task AStreamThatIsLeftEarlyCancelsTheCall()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        var flood = new IpcMethod<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>(Methods.Flood.Id, IpcCodecs.Bytes, IpcCodecs.Bytes);
        await using (var page = client.OpenRead(flood, new byte[1000])) await page.ReadExactlyAsync(new byte[2500]);
        Assert.Equal(0, client.OpenCalls);
        Assert.True(client.Call(Methods.Upper, "x").IsOk);
    }

    [Fact]
    public async Task AStreamThatFailsThrowsTheTypedError()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        await using var page = client.OpenRead(new IpcMethod<string, ReadOnlyMemory<byte>>(Methods.Missing.Id, IpcCodecs.Text, IpcCodecs.Bytes), "x");
        var failure = await Assert.ThrowsAsync<IpcException>(() => page.ReadAsync(new byte[1]).AsTask());
        Assert.Equal(IpcErrorCode.NoSuchMethod, failure.Error.Code);
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(Seed).NextBytes(bytes);
        return bytes;
    }
}
