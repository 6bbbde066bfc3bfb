using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trawl.Server.Tests.Assistants;

/// <summary>A client of the protocol over WebSocket, by hand.</summary>
internal sealed class McpWire : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _patience = new(s_patience);
    private readonly byte[] _frame = new byte[1 << 20];
    private int _id;

    private McpWire(ClientWebSocket socket) => Socket = socket;

    public ClientWebSocket Socket { get; }

    public static async Task<McpWire> OpenAsync(TrawlServer server, params (string Name, string Value)[] headers)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("mcp");
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        using var patience = new CancellationTokenSource(s_patience);
        var address = new UriBuilder(server.Address) { Scheme = "ws", Path = "/mcp/ws" }.Uri;
        try
        {
            await socket.ConnectAsync(address, patience.Token);
        }
        catch (WebSocketException refused)
        {
            throw new WebSocketException($"{(int)socket.HttpStatusCode}", refused);
        }

        return new McpWire(socket);
    }

    public static Task<McpWire> OpenAsAsync(TrawlServer server, string token) => OpenAsync(server, ("Authorization", $"Bearer {token}"));

    /// <summary>A call of a revision without sessions.</summary>
    public Task<JsonElement> AskAsync(string method, JsonObject? parameters = null)
    {
        parameters ??= [];
        parameters["_meta"] = new JsonObject
        {
            ["io.modelcontextprotocol/protocolVersion"] = McpTalk.Stateless,
            ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject(),
        };
        return AskOlderAsync(method, parameters);
    }

    /// <summary>A call without what the newest revision asks of each.</summary>
    public async Task<JsonElement> AskOlderAsync(string method, JsonObject parameters)
    {
        await SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = ++_id, ["method"] = method, ["params"] = parameters }.ToJsonString());
        return await ReceiveAsync() ?? throw new InvalidOperationException($"Closed: {Socket.CloseStatus}");
    }

    public Task SendAsync(string text) => Socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, _patience.Token);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type) => Socket.SendAsync(bytes, type, true, _patience.Token);

    /// <summary>The next message; null when the server closes.</summary>
    public async Task<JsonElement?> ReceiveAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await Socket.ReceiveAsync(_frame.AsMemory(length), _patience.Token);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return JsonElement.Parse(_frame.AsSpan(0, length));
            }
        }
    }

    public void Dispose()
    {
        Socket.Dispose();
        _patience.Dispose();
    }
}
