using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>A piece of a pipeline as JSON: what is not quoted is what YAML takes it for.</summary>
internal static class NodeJson
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON object; an empty one when there is no map.</summary>
    public static string Object(Node? node)
    {
        if (node is not MapNode map) return "{}";
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _options)) Write(json, map);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Node node)
    {
        switch (node)
        {
            case MapNode map:
                json.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    json.WritePropertyName(entry.Name);
                    Write(json, entry.Value);
                }

                json.WriteEndObject();
                break;
            case ListNode list:
                json.WriteStartArray();
                foreach (var item in list.Items) Write(json, item);
                json.WriteEndArray();
                break;
            case ScalarNode scalar:
                Write(json, scalar);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, ScalarNode scalar)
    {
        if (scalar.IsNull) json.WriteNullValue();
        else if (scalar.Style != ScalarStyle.Plain) json.WriteStringValue(scalar.Text);
        else if (scalar.Text is "true" or "false") json.WriteBooleanValue(scalar.Text == "true");
        else if (IsNumber(scalar.Text)) json.WriteRawValue(scalar.Text);
        else json.WriteStringValue(scalar.Text);
    }

    /// <summary>Whether it is a number as JSON writes them.</summary>
    private static bool IsNumber(string text)
    {
        if (text.Length == 0 || (text[0] != '-' && !char.IsAsciiDigit(text[0]))) return false;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
