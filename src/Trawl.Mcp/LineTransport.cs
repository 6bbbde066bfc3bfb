using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Trawl.Mcp;

/// <summary>
/// The protocol over two streams, a JSON message a line. Messages that come together are read together, and answers that
/// are ready together leave in one write; a client that does not read is read from no more.
/// </summary>
internal sealed class LineTransport : ITransport
{
    private const int MostWaiting = 64;
    private const int MostLine = 4 << 20;
    private const int MostTogether = 256 << 10;
    private const byte End = (byte)'\n';

    private static readonly JsonTypeInfo<JsonRpcMessage> s_message =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    /// <summary>Quotation marks as two bytes, not six: much of what is sent is JSON in a text.</summary>
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Channel<JsonRpcMessage> _received = Channel.CreateBounded<JsonRpcMessage>(MostWaiting);
    private readonly Channel<JsonRpcMessage> _toSend = Channel.CreateBounded<JsonRpcMessage>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private readonly Stream _input;
    private readonly Stream _output;
    private readonly Task _sending;

    /// <summary>Begins to read and write. The streams are not closed.</summary>
    public LineTransport(Stream input, Stream output)
    {
        (_input, _output) = (input, output);
        // A thread, for the input of a process cannot be waited for in another way; it ends with the input, or the process.
        new Thread(Read) { IsBackground = true, Name = "assistant's input" }.Start();
        _sending = SendAllAsync();
    }

    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => _received.Reader;

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        try
        {
            await _toSend.Writer.WriteAsync(message, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            // The client has gone; there is nobody to answer.
        }
    }

    /// <summary>Writes what is still to be sent.</summary>
    public async ValueTask DisposeAsync()
    {
        _received.Writer.TryComplete();
        _toSend.Writer.TryComplete();
        await _sending;
    }

    private void Read()
    {
        var buffer = new byte[64 << 10];
        var held = 0;
        try
        {
            for (int read; (read = _input.Read(buffer, held, buffer.Length - held)) > 0;)
            {
                var taken = TakeLines(buffer.AsSpan(0, held + read), held);
                held += read - taken;
                buffer.AsSpan(taken, held).CopyTo(buffer);
                if (held == buffer.Length)
                {
                    Array.Resize(ref buffer, held < MostLine ? 2 * held : throw new IOException("A line is longer than anybody may send."));
                }
            }
        }
        catch (Exception error) when (error is IOException or ChannelClosedException or ObjectDisposedException)
        {
            // What the client sends can be read no more: as if it had closed its end.
        }

        _received.Writer.TryComplete();
    }

    /// <summary>Takes in all whole lines; how many bytes they are. The first bytes are known to hold no end of a line.</summary>
    private int TakeLines(ReadOnlySpan<byte> bytes, int known)
    {
        var begin = 0;
        for (int end; (end = bytes[known..].IndexOf(End)) >= 0; begin = known)
        {
            var line = bytes[begin..(known + end)].Trim(" \r\t"u8);
            known += end + 1;
            if (line.Length > 0)
            {
                Take(line);
            }
        }

        return begin;
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, s_message) is { } message)
            {
                WriteInto(_received.Writer, message);
                return;
            }
        }
        catch (JsonException)
        {
            // Answered below.
        }

        WriteInto(_toSend.Writer, new JsonRpcError
        {
            Id = default,
            Error = new JsonRpcErrorDetail { Code = (int)McpErrorCode.ParseError, Message = "This line is no JSON-RPC message." },
        });
    }

    private static void WriteInto(ChannelWriter<JsonRpcMessage> writer, JsonRpcMessage message)
    {
        if (!writer.TryWrite(message))
        {
            writer.WriteAsync(message).AsTask().GetAwaiter().GetResult();
        }
    }

    private async Task SendAllAsync()
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, s_plain);
        while (await _toSend.Reader.WaitToReadAsync())
        {
            while (buffer.WrittenCount < MostTogether && _toSend.Reader.TryRead(out var message))
            {
                JsonSerializer.Serialize(json, message, s_message);
                json.Reset();
                buffer.Write([End]);
            }

            try
            {
                _output.Write(buffer.WrittenSpan);
                _output.Flush();
            }
            catch (IOException)
            {
                // Nobody reads any more. Whoever wants to send finds that out by the closed channel.
                _toSend.Writer.TryComplete();
            }

            buffer.ResetWrittenCount();
        }
    }
}
