using System.Buffers.Binary;
using Trawl.Sdk.Wire;

namespace Trawl.Sdk.Tests.Wire;

public sealed class WireMessageTests
{
    private static readonly byte[] s_meta = "{\"do\":\"commit\"}"u8.ToArray();

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        var message = WireMessage.Read(WireOp.Call, 7, Body("one"u8.ToArray(), [], "three"u8.ToArray()));

        Assert.Equal((WireOp.Call, 7ul), (message.Op, message.Call));
        Assert.Equal(s_meta, message.Meta.ToArray());
        Assert.Equal([3, 0, 5], message.Blobs.Select(blob => blob.Length));
        Assert.Equal("three"u8.ToArray(), message.Blobs[2].ToArray());
    }

    /// <summary>Copied piece by piece, as frames are filled, it is the same.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(1000)]
    public void ItMayBeCutAnywhere(int piece)
    {
        var body = new WireBody(s_meta, [new byte[300], "x"u8.ToArray()]);
        var whole = new List<byte>();
        var part = new byte[piece];
        while (body.Length > 0) whole.AddRange(part[..body.CopyNext(part)]);

        Assert.Equal(Body(new byte[300], "x"u8.ToArray()), whole);
    }

    [Fact]
    public void CutShort_ItIsRefused()
    {
        var body = Body("one"u8.ToArray());

        for (var length = 0; length < body.Length; length++)
            Assert.Throws<WireException>(() => WireMessage.Read(WireOp.Call, 1, body.AsMemory(0, length)));
        Assert.Throws<WireException>(() => WireMessage.Read(WireOp.Call, 1, (byte[])[.. body, 0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(18)]
    [InlineData(22)]
    public void ANumberThatLies_IsRefused(int at)
    {
        var body = Body("one"u8.ToArray());
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(at), uint.MaxValue);

        Assert.Throws<WireException>(() => WireMessage.Read(WireOp.Call, 1, body));
    }

    private static byte[] Body(params byte[][] blobs)
    {
        var body = new WireBody(s_meta, [.. blobs.Select(blob => (ReadOnlyMemory<byte>)blob)]);
        var bytes = new byte[body.Length];
        body.CopyNext(bytes);
        return bytes;
    }
}
