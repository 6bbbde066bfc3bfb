using System.Net.WebSockets;
using System.Text.Json;

namespace Trawl.Tests.Shared.Browser;

/// <summary>Calls of the DevTools protocol, one at a time; events are passed over.</summary>
internal sealed class DevTools(ClientWebSocket socket) : IDisposable
{
    private int _lastId;

    public async Task<JsonElement> SendAsync(string method, object parameters, string? session, CancellationToken cancellationToken)
    {
        var id = ++_lastId;
        var call = session is null
            ? JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters })
            : JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters, sessionId = session });
        await socket.SendAsync(call, WebSocketMessageType.Text, true, cancellationToken);
        while (true)
        {
            var answer = await ReceiveAsync(cancellationToken);
            if (!answer.TryGetProperty("id", out var answered) || answered.GetInt32() != id) continue;
            return answer.TryGetProperty("result", out var result)
                ? result
                : throw new InvalidOperationException($"{method}: {answer.GetProperty("error")}");
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<JsonElement> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (true)
        {
            var piece = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            message.Write(buffer, 0, piece.Count);
            if (piece.EndOfMessage) break;
        }

        return JsonDocument.Parse(message.ToArray()).RootElement;
    }
}
