using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Trawl.Ipc.Codecs;

internal sealed class JsonCodec<T>(JsonTypeInfo<T> type) : IIpcBufferCodec<T>
{
    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    public int MaxSize(T value) => -1;

    public int Write(T value, Span<byte> target) => throw new NotSupportedException("JSON is written into a buffer.");

    public void Write(T value, IBufferWriter<byte> target)
    {
        var writer = t_writer ??= new Utf8JsonWriter(target, new() { SkipValidation = true });
        writer.Reset(target);
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
    }

    public bool TryRead(ReadOnlySpan<byte> source, out T value)
    {
        value = default!;
        try
        {
            var read = JsonSerializer.Deserialize(source, type);
            value = read!;
            return read is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
