using System.Net.WebSockets;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Trawl.Enrich.Tools;

/// <summary>The protocol over a WebSocket, a message a text frame, subprotocol <c>mcp</c>.</summary>
internal sealed class SocketTransport : TransportBase
{
    /// <summary>What servers that speak the protocol over WebSocket agree on (SEP-1288).</summary>
    public const string Subprotocol = "mcp";

    private readonly WebSocket _socket;
    private readonly long _most;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _receiving;

    public SocketTransport(WebSocket socket, string name, long most) : base(name, null)
    {
        (_socket, _most) = (socket, most);
        SetConnected();
        _receiving = ReceiveAllAsync();
    }

    public override async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage)));
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // A frame that was begun is sent to its end: half of one would be the end of the connection.
            await _socket.SendAsync(bytes.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, _closing.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            throw new IOException("The WebSocket is closed.", error);
        }
        finally
        {
            _turn.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _receiving.ConfigureAwait(false);
        _socket.Dispose();
        _turn.Dispose();
        _closing.Dispose();
    }

    private async Task ReceiveAllAsync()
    {
        Exception? why = null;
        try
        {
            while (await ReceiveAsync().ConfigureAwait(false) is { } message) await WriteMessageAsync(message, _closing.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or JsonException)
        {
            why = error;
        }

        SetDisconnected(why);
    }

    /// <summary>The next message; null when the server has closed.</summary>
    private async Task<JsonRpcMessage?> ReceiveAsync()
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), _closing.Token).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            frame.Write(buffer, 0, part.Count);
            if (frame.Length > _most) throw new IOException($"It sent a message of more than {_most} bytes.");
            if (!part.EndOfMessage) continue;
            return (JsonRpcMessage?)JsonSerializer.Deserialize(
                frame.GetBuffer().AsSpan(0, (int)frame.Length), McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage)));
        }
    }
}
