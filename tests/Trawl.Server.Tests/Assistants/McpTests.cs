using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Access.Users;
using Trawl.Mcp.Tools;

namespace Trawl.Server.Tests.Assistants;

public sealed class McpTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task BothRevisionsAreServedAtOneAddress()
    {
        using var talk = new McpTalk(fixture.As("viewer"));
        var (status, alone) = await talk.AskAsync("tools/list", []);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(alone.GetProperty("result").GetProperty("ttlMs").GetInt64() > 0);
        await talk.InitializeAsync();
        var (_, inSession) = await talk.AskInSessionAsync("tools/list", []);
        Assert.False(inSession.GetProperty("result").TryGetProperty("ttlMs", out _));
        Assert.Equal(Names(alone), Names(inSession));
    }

    /// <summary>Every tool there is, called by everybody there is: a tool added tomorrow is in here by itself.</summary>
    [Fact]
    public async Task EachToolRefusesWhoLacksTheRight()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            using var talk = new McpTalk(fixture.As(role.ToString().ToLowerInvariant()));
            var (_, listed) = await talk.AskAsync("tools/list", []);
            Assert.Equal(ToolTable.All.Where(t => Rights.Of(role).HasFlag(t.Needs)).Select(t => t.Name), Names(listed));
            foreach (var tool in ToolTable.All)
            {
                Assert.NotEqual(Right.None, tool.Needs);
                var (_, answer) = await talk.AskAsync("tools/call", new JsonObject { ["name"] = tool.Name, ["arguments"] = new JsonObject { ["none"] = 1 } }, tool.Name);
                var text = answer.GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString()!;
                Assert.Equal(!Rights.Of(role).HasFlag(tool.Needs), text.Contains("needs the right", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task NobodyComesInWithoutAToken()
    {
        using var talk = new McpTalk(fixture.As(null));
        var (status, _) = await talk.AskAsync("tools/list", []);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task NobodyUsesTheSessionOfAnother()
    {
        using var owner = new McpTalk(fixture.As("editor"));
        await owner.InitializeAsync();
        using var thief = new McpTalk(fixture.As("admin")) { Session = owner.Session };
        var (status, answer) = await thief.AskInSessionAsync("tools/list", []);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("Initialize again", answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.AskInSessionAsync("tools/list", [])).Status);
    }

    [Fact]
    public async Task WhatChangesSomethingIsInTheAuditJournal()
    {
        using var talk = new McpTalk(fixture.As("operator"));
        await talk.AskAsync("tools/call", new JsonObject { ["name"] = "resume_run", ["arguments"] = new JsonObject { ["run"] = fixture.RunId } }, "resume_run");
        var entry = fixture.Access.Audit.Read(0, 1_000).Last(e => e.Action == "mcp.resume_run");
        Assert.Equal(("operator", fixture.RunId, "done"), (entry.Actor, entry.Target, entry.Outcome));
        Assert.NotEmpty(entry.Correlation);
    }

    [Theory]
    [InlineData("{", 400, -32700)]
    [InlineData("[]", 400, -32700)]
    [InlineData("null", 400, -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}""", 400, -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"prompts/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}""", 400, -32020)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2025-11-25","io.modelcontextprotocol/clientCapabilities":{}}}}""", 400, -32020)]
    public async Task BrokenMessagesAreToldWhy(string body, int status, int code)
    {
        using var talk = new McpTalk(fixture.As("viewer"));
        var (answered, message) = await talk.SendAsync(body, McpTalk.Stateless, ("Mcp-Method", "tools/list"));
        Assert.Equal(status, (int)answered);
        Assert.Equal(code, message.GetProperty("error").GetProperty("code").GetInt32());
        Assert.NotEmpty(message.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task DeepLargeAndWronglyTypedBodiesAreRefused()
    {
        using var http = fixture.As("viewer");
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json, text/event-stream");
        http.DefaultRequestHeaders.ExpectContinue = true;
        using var deep = new StringContent($"{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\",\"params\":{new string('[', 50_000)}", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/mcp", deep)).StatusCode);
        using var large = new ByteArrayContent(new byte[5 << 20]) { Headers = { ContentType = new("application/json") } };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await http.PostAsync("/mcp", large)).StatusCode);
        using var typed = new StringContent("{}", Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await http.PostAsync("/mcp", typed)).StatusCode);
    }

    [Fact]
    public async Task AThousandIdleSessionsCostNobodyElseTheirs()
    {
        using var honest = new McpTalk(fixture.As("operator"));
        await honest.InitializeAsync();
        for (var i = 0; i < 1_000; i++)
        {
            using var idle = new McpTalk(fixture.As("viewer"));
            await idle.InitializeAsync();
        }

        Assert.Equal(HttpStatusCode.OK, (await honest.AskInSessionAsync("tools/list", [])).Status);
        Assert.InRange(fixture.Server.AssistantSessions, 2, 200);
    }

    private static IEnumerable<string> Names(JsonElement listed) =>
        listed.GetProperty("result").GetProperty("tools").EnumerateArray().Select(t => t.GetProperty("name").GetString()!);
}
