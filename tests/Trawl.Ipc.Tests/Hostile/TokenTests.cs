using System.Security.Cryptography;
using Trawl.Ipc.Tests.Calls;

namespace Trawl.Ipc.Tests.Hostile;

/// <summary>A server that wants tokens lets nobody in twice with one, and nobody without.</summary>
public sealed class TokenTests
{
    private static readonly IpcServerOptions s_options = new() { RequireToken = true };

    [Fact]
    public void ATokenOpensOnce()
    {
        using var server = new TestServer(s_options with { Tokens = new() });
        var token = server.Server.Options.Tokens.Issue();
        using var client = server.Connect(new IpcOptions { Token = token });
        Assert.Equal("X", client.Call(Methods.Upper, "x").Unwrap());
        Assert.Equal(IpcErrorCode.Refused, Connect(server, token));
        Assert.Equal("Y", client.Call(Methods.Upper, "y").Unwrap());
    }

    [Fact]
    public void WithoutATokenOrWithAWrongOneTheDoorStaysShut()
    {
        using var server = new TestServer(s_options with { Tokens = new() });
        var token = server.Server.Options.Tokens.Issue();
        Assert.Equal(IpcErrorCode.Refused, Connect(server, default));
        Assert.Equal(IpcErrorCode.Refused, Connect(server, new byte[16]));
        Assert.Equal(IpcErrorCode.Refused, Connect(server, RandomNumberGenerator.GetBytes(16)));
        for (var bit = 0; bit < 128; bit++)
        {
            var almost = token.ToArray();
            almost[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(IpcErrorCode.Refused, Connect(server, almost));
        }

        Assert.Null(Connect(server, token));
    }

    [Fact]
    public void ATokenOfAnotherProcessIsNotTaken()
    {
        using var server = new TestServer(s_options with { Tokens = new() });
        var tokens = server.Server.Options.Tokens;
        Assert.Equal(IpcErrorCode.Refused, Connect(server, tokens.Issue(Environment.ProcessId + 1)));
        Assert.Null(Connect(server, tokens.Issue(Environment.ProcessId)));
    }

    [Fact]
    public void ATokenThatWasTakenBackIsNone()
    {
        using var server = new TestServer(s_options with { Tokens = new() });
        var token = server.Server.Options.Tokens.Issue();
        Assert.True(server.Server.Options.Tokens.Revoke(token));
        Assert.False(server.Server.Options.Tokens.Revoke(token));
        Assert.Equal(IpcErrorCode.Refused, Connect(server, token));
    }

    private static IpcErrorCode? Connect(TestServer server, ReadOnlyMemory<byte> token) =>
        IpcConnection.Connect(server.Endpoint, new IpcOptions { Token = token }).Error?.Code;
}
