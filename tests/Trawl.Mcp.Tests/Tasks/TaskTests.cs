using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Demo;
using Role = Trawl.Access.Users.Role;

namespace Trawl.Mcp.Tests.Tasks;

/// <summary>Tasks of a real server, by the SDK's client: the client does not wait, and the server may die.</summary>
public sealed class TaskTests : IAsyncLifetime
{
    private const int Pages = 60;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly string _home = Directory.CreateTempSubdirectory("trawl-tasks-").FullName;
    private readonly Dictionary<Role, string> _tokens = [];
    private DemoShop _shop = null!;
    private TrawlUp _up = null!;

    public async Task InitializeAsync()
    {
        _shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 200 }, CancellationToken.None);
        using (var access = AccessControl.Open(_home, TimeProvider.System))
        {
            foreach (var role in (Role[])[Role.Viewer, Role.Admin])
            {
                Assert.Null(access.Users.Add(role.ToString().ToLowerInvariant(), role, "a long enough secret"));
                _tokens[role] = access.Tokens.Create(role.ToString().ToLowerInvariant(), "tests", Rights.Of(role), null, out _)!.Secret;
            }
        }

        _up = await TrawlUp.StartAsync(_home);
    }

    public async Task DisposeAsync()
    {
        _up.Dispose();
        await _shop.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task ATaskSurvivesTheServer()
    {
        string task;
        await using (var client = await _up.ConnectAsync(_tokens[Role.Admin]))
        {
            var created = await RunAsync(client);
            Assert.Equal(("task", "working"), (Text(created, "resultType"), Text(created, "status")));
            Assert.True(created.ContainsKey("ttlMs"));
            task = Text(created, "taskId");
            // Many seconds of politeness lie between the first page and the last.
            await PollAsync(client, task, t => !Text(t, "statusMessage").Contains(" 0 pages done", StringComparison.Ordinal));
            _up.Kill();
        }

        using var again = await TrawlUp.StartAsync(_home);
        await using (var client = await again.ConnectAsync(_tokens[Role.Viewer]))
        {
            // Who may only read gets an answer, and sets nothing going.
            Assert.Equal("working", Text(await AskAsync(client, "tasks/get", task), "status"));
        }

        await using (var client = await again.ConnectAsync(_tokens[Role.Admin]))
        {
            var done = await PollAsync(client, task, t => Text(t, "status") != "working");
            Assert.Equal("completed", Text(done, "status"));
            var result = done["result"].Deserialize<CallToolResult>(McpJsonUtilities.DefaultOptions)!;
            var run = result.StructuredContent!.Value.GetProperty("run");
            Assert.Equal((task, "completed", Pages), (
                run.GetProperty("runId").GetString(), run.GetProperty("state").GetString(), run.GetProperty("done").GetInt32()));
        }
    }

    [Fact]
    public async Task ATaskIsCancelledOnceAndForAll()
    {
        await using var client = await _up.ConnectAsync(_tokens[Role.Admin]);
        // Not over before it is cancelled, however slow this machine is.
        var task = Text(await RunAsync(client, delay: "10 s"), "taskId");
        await using (var viewer = await _up.ConnectAsync(_tokens[Role.Viewer]))
        {
            var refused = await Assert.ThrowsAsync<McpProtocolException>(() => AskAsync(viewer, "tasks/cancel", task));
            Assert.Contains("needs the right", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal("complete", Text(await AskAsync(client, "tasks/cancel", task), "resultType"));
        var cancelled = await PollAsync(client, task, t => Text(t, "status") != "working");
        Assert.Equal("cancelled", Text(cancelled, "status"));
        Assert.Equal("complete", Text(await AskAsync(client, "tasks/cancel", task), "resultType"));
    }

    [Fact]
    public async Task WhoKnowsNoTasksWaitsAsEver()
    {
        await using var client = await _up.ConnectAsync(_tokens[Role.Admin], knowsTasks: false);
        var answer = await RunAsync(client, maxPages: 1);
        Assert.Equal("completed", answer["structuredContent"]!["run"]!["state"]!.GetValue<string>());
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(client, "tasks/get", answer["structuredContent"]!["run"]!["runId"]!.GetValue<string>()));
        Assert.Contains("io.modelcontextprotocol/tasks", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownTaskIsRefused()
    {
        await using var client = await _up.ConnectAsync(_tokens[Role.Admin]);
        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => AskAsync(client, "tasks/get", "none-such"));
        Assert.Equal(McpErrorCode.InvalidParams, refused.ErrorCode);
    }

    private Task<JsonObject> RunAsync(McpClient client, int maxPages = Pages, string delay = "300 ms") => SendAsync(client, "tools/call", new JsonObject
    {
        ["name"] = "run_pipeline",
        ["arguments"] = new JsonObject
        {
            ["text"] = $"start: {_shop.BaseUrl}/\nfetch: {{ perHost: 1, delay: {delay} }}\npages:\n  all:\n    url: /**\n    follow: [a]\n",
            ["maxPages"] = maxPages,
            ["waitSeconds"] = 30,
        },
    });

    private static Task<JsonObject> AskAsync(McpClient client, string method, string task) =>
        SendAsync(client, method, new JsonObject { ["taskId"] = task });

    private static async Task<JsonObject> SendAsync(McpClient client, string method, JsonObject parameters)
    {
        using var patience = new CancellationTokenSource(s_patience);
#pragma warning disable MCPEXP002 // The client's own way to say what Mcp-Name is for methods it does not know.
        var context = new JsonRpcMessageContext { RoutingName = parameters["taskId"]?.GetValue<string>() };
#pragma warning restore MCPEXP002
        var request = new JsonRpcRequest { Method = method, Params = parameters, Context = context };
        var answer = await client.SendRequestAsync(request, patience.Token);
        return (JsonObject)answer.Result!;
    }

    private static async Task<JsonObject> PollAsync(McpClient client, string task, Func<JsonObject, bool> until)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var view = await AskAsync(client, "tasks/get", task);
            if (until(view))
            {
                return view;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    private static string Text(JsonObject of, string name) => of[name]!.GetValue<string>();
}
