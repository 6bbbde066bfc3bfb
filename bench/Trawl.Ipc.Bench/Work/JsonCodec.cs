using System.Buffers;
using System.Text.Json;
using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Work;

/// <summary>System.Text.Json with serialisers made by the compiler.</summary>
internal sealed class JsonCodec : Codec
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
    private readonly Utf8JsonWriter _writer;

    internal JsonCodec() => _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });

    // Writes it to learn the size; what follows is a copy, which costs a hundredth of the writing.
    internal override int Measure(object message)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        JsonSerializer.Serialize(_writer, message, WorkJson.Default.GetTypeInfo(message.GetType())!);
        return _buffer.WrittenCount;
    }

    internal override int Write(object message, Span<byte> target)
    {
        _buffer.WrittenSpan.CopyTo(target);
        return _buffer.WrittenCount;
    }

    internal override Delta ReadDelta(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize(body, WorkJson.Default.Delta)!;

    internal override T Read<T>(ReadOnlySpan<byte> body) =>
        (T)JsonSerializer.Deserialize(body, WorkJson.Default.GetTypeInfo(typeof(T))!)!;
}
