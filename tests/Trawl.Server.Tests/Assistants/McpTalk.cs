using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trawl.Server.Tests.Assistants;

/// <summary>A client of the protocol over HTTP, by hand, so that it can also do what no client does.</summary>
internal sealed class McpTalk(HttpClient http) : IDisposable
{
    public const string Stateless = "2026-07-28";
    public const string WithSessions = "2025-11-25";

    private int _id;

    /// <summary>The session, once there is one.</summary>
    public string? Session { get; set; }

    /// <summary>A call of a revision without sessions.</summary>
    public Task<(HttpStatusCode Status, JsonElement Message)> AskAsync(string method, JsonObject parameters, string? name = null)
    {
        parameters["_meta"] = new JsonObject
        {
            ["io.modelcontextprotocol/protocolVersion"] = Stateless,
            ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject(),
        };
        return SendAsync(Body(method, parameters), Stateless, ("Mcp-Method", method), ("Mcp-Name", name));
    }

    /// <summary>A call in a session.</summary>
    public Task<(HttpStatusCode Status, JsonElement Message)> AskInSessionAsync(string method, JsonObject parameters) =>
        SendAsync(Body(method, parameters), WithSessions);

    public async Task InitializeAsync()
    {
        var (status, _) = await AskInSessionAsync("initialize", new JsonObject
        {
            ["protocolVersion"] = WithSessions,
            ["capabilities"] = new JsonObject(),
            ["clientInfo"] = new JsonObject { ["name"] = "tests", ["version"] = "1" },
        });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull(Session);
        (status, _) = await SendAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""", WithSessions);
        Assert.Equal(HttpStatusCode.Accepted, status);
    }

    public async Task<(HttpStatusCode Status, JsonElement Message)> SendAsync(string body, string version, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        foreach (var (name, value) in headers.Append(("MCP-Protocol-Version", version)).Append(("Mcp-Session-Id", Session)))
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await http.SendAsync(request);
        Session = response.Headers.TryGetValues("Mcp-Session-Id", out var ids) ? ids.Single() : Session;
        return (response.StatusCode, Message(await response.Content.ReadAsStringAsync()));
    }

    public void Dispose() => http.Dispose();

    private string Body(string method, JsonObject parameters) =>
        new JsonObject { ["jsonrpc"] = "2.0", ["id"] = ++_id, ["method"] = method, ["params"] = parameters }.ToJsonString();

    /// <summary>The last message of an event stream, or the body as it is.</summary>
    private static JsonElement Message(string text)
    {
        var json = text.Split('\n').LastOrDefault(l => l.StartsWith("data: ", StringComparison.Ordinal))?[6..] ?? text;
        return json.Length == 0 ? default : JsonDocument.Parse(json).RootElement.Clone();
    }
}
