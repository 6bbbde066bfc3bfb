using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Trawl.Hosting.Wire;

/// <summary>Lines of JSON over a socket. A line too long ends the connection: the peer is broken or hostile.</summary>
internal sealed class LineChannel : IDisposable
{
    private const int LongestLine = 32 << 20;

    private readonly NetworkStream _stream;
    private readonly PipeReader _reader;

    public LineChannel(Socket socket)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = PipeReader.Create(_stream, new StreamPipeReaderOptions(leaveOpen: true));
    }

    /// <summary>The next line; null when the peer has closed the connection.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="JsonException">The line is not what was expected.</exception>
    public async Task<T?> ReadAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var read = await _reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var value = Parse(buffer.Slice(0, end), type);
                _reader.AdvanceTo(buffer.GetPosition(1, end));
                return value;
            }

            if (read.IsCompleted)
            {
                return null;
            }

            if (buffer.Length > LongestLine)
            {
                throw new JsonException($"A line is longer than {LongestLine} bytes.");
            }

            _reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    public async Task WriteAsync<T>(T value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(line))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        line.Write("\n"u8);
        await _stream.WriteAsync(line.WrittenMemory, cancellationToken);
    }

    public void Dispose()
    {
        _reader.Complete();
        _stream.Dispose();
    }

    private static T Parse<T>(ReadOnlySequence<byte> line, JsonTypeInfo<T> type)
        where T : class
    {
        var reader = new Utf8JsonReader(line);
        return JsonSerializer.Deserialize(ref reader, type) ?? throw new JsonException("The line is null.");
    }
}
