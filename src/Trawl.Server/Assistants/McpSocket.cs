using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Trawl.Server.Assistants;

/// <summary>One WebSocket that carries the protocol: a message a text frame, both ways. Safe for concurrent sending.</summary>
internal sealed class McpSocket(WebSocket socket, string id, TimeProvider clock) : ITransport
{
    private const int MostMessage = 4 << 20;
    private const int MostKept = 64 << 10;
    private const int MostCalls = 64;

    /// <summary>Quotation marks as two bytes, not six: much of what is sent is JSON in a text.</summary>
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonTypeInfo<JsonRpcMessage> s_message = McpEnvelope.TypeOf<JsonRpcMessage>();

    /// <summary>A client that reads nothing for so long is gone.</summary>
    private static readonly TimeSpan s_mostSending = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_mostClosing = TimeSpan.FromSeconds(2);

    private readonly Channel<JsonRpcMessage> _messages = Channel.CreateBounded<JsonRpcMessage>(MostCalls);
    private readonly ConcurrentDictionary<string, bool> _calls = [];
    private readonly SemaphoreSlim _sending = new(1, 1);

    public string SessionId { get; } = id;

    public ChannelReader<JsonRpcMessage> MessageReader => _messages.Reader;

    /// <summary>Reads messages until the client closes; says how to close in turn.</summary>
    /// <param name="gate">Lets messages in, or not.</param>
    /// <param name="cancel">Ends reading, and the connection with it.</param>
    public async Task<WebSocketCloseStatus> ReadAsync(McpSocketGate gate, CancellationToken cancel)
    {
        var frame = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                if (await ReceiveAsync(frame, cancel) is { } end)
                {
                    return end;
                }

                await TakeAsync(frame.WrittenMemory, gate, cancel);
                if (gate.IsShut)
                {
                    return WebSocketCloseStatus.PolicyViolation;
                }

                frame.ResetWrittenCount();
                frame = frame.Capacity > MostKept ? new() : frame;
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // The connection broke; whatever is said now is not heard.
            return WebSocketCloseStatus.EndpointUnavailable;
        }
        finally
        {
            _messages.Writer.TryComplete();
        }
    }

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        if (message is JsonRpcResponse or JsonRpcError)
        {
            _calls.TryRemove(((JsonRpcMessageWithId)message).Id.ToString(), out _);
        }

        var bytes = Write(message);
        await _sending.WaitAsync(cancellationToken);
        try
        {
            // Not with the caller's token: half a frame would be the end of all other calls.
            var sent = socket.SendAsync(bytes, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
            await (sent.IsCompleted ? sent.AsTask() : sent.AsTask().WaitAsync(s_mostSending, clock, CancellationToken.None));
        }
        catch (TimeoutException)
        {
            socket.Abort();
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says that and why it closes; a client that does not hear it is cut off.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, string why)
    {
        using var patience = new CancellationTokenSource(s_mostClosing, clock);
        try
        {
            await _sending.WaitAsync(patience.Token);
            try
            {
                await socket.CloseOutputAsync(status, why, patience.Token);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    /// <summary>Cuts it off when the client has not closed a while after it was told to.</summary>
    public async Task CloseAndCutAsync(WebSocketCloseStatus status, string why)
    {
        await CloseAsync(status, why);
        await Task.Delay(s_mostClosing, clock);
        socket.Abort();
    }

    public ValueTask DisposeAsync()
    {
        _messages.Writer.TryComplete();
        return default;
    }

    /// <summary>One message; how to close when none will come.</summary>
    private async ValueTask<WebSocketCloseStatus?> ReceiveAsync(ArrayBufferWriter<byte> frame, CancellationToken cancel)
    {
        while (true)
        {
            var part = await socket.ReceiveAsync(frame.GetMemory(4_096), cancel);
            frame.Advance(part.Count);
            if (part.MessageType != WebSocketMessageType.Text)
            {
                return part.MessageType == WebSocketMessageType.Close ? WebSocketCloseStatus.NormalClosure : WebSocketCloseStatus.InvalidMessageType;
            }

            if (frame.WrittenCount > MostMessage)
            {
                return WebSocketCloseStatus.MessageTooBig;
            }

            if (part.EndOfMessage)
            {
                return null;
            }
        }
    }

    private async Task TakeAsync(ReadOnlyMemory<byte> frame, McpSocketGate gate, CancellationToken cancel)
    {
        if (Parse(frame.Span) is not { } message)
        {
            await RefuseAsync(default, McpEnvelope.Detail(McpErrorCode.ParseError, McpBody.NoMessage), cancel);
        }
        else if ((Open(message) ?? gate.Problem(message)) is not { } problem)
        {
            await _messages.Writer.WriteAsync(message, cancel);
        }
        else if (message is JsonRpcRequest request)
        {
            await RefuseAsync(request.Id, problem, cancel);
        }
    }

    /// <summary>Counts a call as open until it is answered or taken back, so that nobody piles up work without end.</summary>
    private JsonRpcErrorDetail? Open(JsonRpcMessage message)
    {
        if (message is JsonRpcNotification { Method: NotificationMethods.CancelledNotification, Params: { } parameters })
        {
            _calls.TryRemove(parameters["requestId"]?.ToString() ?? "", out _);
        }

        return message is not JsonRpcRequest request ? null
            : _calls.Count >= MostCalls ? new() { Code = McpEnvelope.Refused, Message = $"{MostCalls} calls are open on this connection. Wait for answers." }
            : !_calls.TryAdd(request.Id.ToString(), true) ? McpEnvelope.Detail(McpErrorCode.InvalidRequest, "A call with this id is open.")
            : null;
    }

    private Task RefuseAsync(RequestId id, JsonRpcErrorDetail problem, CancellationToken cancel) =>
        SendMessageAsync(new JsonRpcError { Id = id, Error = problem }, cancel);

    private static ReadOnlyMemory<byte> Write(JsonRpcMessage message)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, s_plain);
        JsonSerializer.Serialize(json, message, s_message);
        return bytes.WrittenMemory;
    }

    private static JsonRpcMessage? Parse(ReadOnlySpan<byte> frame)
    {
        try
        {
            return JsonSerializer.Deserialize(frame, s_message);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
