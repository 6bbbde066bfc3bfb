using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Trawl.Steps.Values;

/// <summary>How JSON is written everywhere in records: one line, no more escapes than JSON asks for.</summary>
internal static class JsonText
{
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = new JsonEscapes(),
        SkipValidation = true,
    };

    /// <summary>The same JSON value in its shortest writing; null when the text is not JSON.</summary>
    public static string? Shorten(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, Options)) document.RootElement.WriteTo(writer);
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // The last two are half a surrogate pair written as an escape, which has no UTF-8.
            return null;
        }
    }
}
