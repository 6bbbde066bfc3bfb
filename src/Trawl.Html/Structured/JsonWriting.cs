using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trawl.Html.Structured;

/// <summary>Writes JSON and reads it back as an element.</summary>
internal static class JsonWriting
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1_000,
    };

    public static JsonElement Make(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options)) write(writer);
        using var json = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 1_000 });
        return json.RootElement.Clone();
    }

    /// <summary>A property with one string or an array of several.</summary>
    public static void WriteStrings(this Utf8JsonWriter writer, string name, List<string> values)
    {
        if (values.Count == 1)
        {
            writer.WriteString(name, Valid(values[0]));
            return;
        }
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(Valid(value));
        writer.WriteEndArray();
    }

    /// <summary>The text with lone surrogates, which a page's references can make and UTF-8 cannot hold, replaced.</summary>
    public static string Valid(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
        }
        return text;
    }
}
