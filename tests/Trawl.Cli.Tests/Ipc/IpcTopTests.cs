using System.Text.Json;
using Trawl.Cli.Tests.Support;
using Trawl.Ipc;
using Trawl.Ipc.Codecs;

namespace Trawl.Cli.Tests.Ipc;

/// <summary>The real executable looks at connections of this process.</summary>
public sealed class IpcTopTests : IDisposable
{
    private static readonly IpcMethod<string, string> s_upper = new(1, IpcCodecs.Text, IpcCodecs.Text);
    private readonly IpcServer _stats = IpcStats.Serve();
    private readonly IpcServer _server;
    private readonly IpcConnection _client;

    public IpcTopTests()
    {
        var endpoint = IpcEndpoint.Named($"cli-test-{Environment.ProcessId}");
        _server = IpcServer.Listen(endpoint, new IpcHandlers().OnInline(s_upper, text => text.ToUpperInvariant()), new() { Label = "the shop" });
        _client = IpcConnection.Connect(endpoint, new() { Label = "a \e[31mcustomer" }).Unwrap();
        for (var i = 0; i < 1234; i++)
        {
            _client.Call(s_upper, "hello").Unwrap();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _stats.Dispose();
    }

    [Fact]
    public async Task Json_HasTheNumbersOfTheseConnections()
    {
        var shown = await Exe.RunAsync(Path.GetTempPath(), "ipc", "top", "--json");

        Assert.Equal(0, shown.Code);
        var process = shown.Json.GetProperty("processes").EnumerateArray()
            .Single(p => p.GetProperty("process").GetInt32() == Environment.ProcessId);
        var served = process.GetProperty("connections").EnumerateArray().Single(c => c.GetProperty("label").GetString() == "the shop");
        Assert.Equal("sharedMemory", served.GetProperty("transport").GetString());
        Assert.Equal(1234, served.GetProperty("totals").GetProperty("messagesReceived").GetInt64());
        Assert.Equal(JsonValueKind.Number, served.GetProperty("serviceTime").GetProperty("p99").ValueKind);
    }

    [Fact]
    public async Task Once_IsATableThatLabelsCannotColour()
    {
        var shown = await Exe.RunAsync(Path.GetTempPath(), "ipc", "top", "--once");

        Assert.Equal(0, shown.Code);
        var row = shown.Data.Split('\n').Single(line => line.Contains("the shop", StringComparison.Ordinal));
        Assert.Contains($" {Environment.ProcessId} ", row, StringComparison.Ordinal);
        Assert.Contains("1,234", row, StringComparison.Ordinal);
        Assert.Contains("customer", shown.Data, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', shown.Data);
    }

    [Fact]
    public async Task WithNobodyToSee_ItSaysWhoWouldBeSeen()
    {
        var empty = Directory.CreateTempSubdirectory("trawl-top-").FullName;
        using var exe = Exe.Start(empty, ["ipc", "top"], ("XDG_RUNTIME_DIR", empty));
        var shown = await exe.EndAsync();

        Assert.Equal((0, ""), (shown.Code, shown.Data));
        Assert.Contains("IpcStats.Serve()", shown.Talk, StringComparison.Ordinal);
    }
}
