using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trawl.Html.Json;
using Trawl.Model.Plans;

namespace Trawl.Enrich.Records;

/// <summary>Takes the fields of a step out of an answer.</summary>
internal sealed class AnsweredFields(IReadOnlyList<StepField> fields)
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly (StepField Field, JsonPathSelector? Path)[] _fields = [.. fields.Select(field => (field, PathOf(field)))];

    /// <summary>The fields that the answer has, a JSON object. Whether a value is one of its type, whoever stores the record finds out.</summary>
    public byte[] Take(JsonElement content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            foreach (var (field, path) in _fields)
            {
                writer.WritePropertyName(field.Name);
                Write(writer, field, Find(content, field, path));
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static JsonPathSelector? PathOf(StepField field) =>
        field.Path is { } text && JsonPathSelector.TryParse(text, out var path, out _) ? path : null;

    private static List<JsonElement> Find(JsonElement content, StepField field, JsonPathSelector? path)
    {
        var found = new List<JsonElement>();
        if (path is not null) path.Select(content, found);
        else if (content.ValueKind == JsonValueKind.Object && content.TryGetProperty(field.Name, out var member)) found.Add(member);
        return found;
    }

    private static void Write(Utf8JsonWriter writer, StepField field, List<JsonElement> found)
    {
        if (!field.Many)
        {
            if (found.Count == 0) writer.WriteNullValue();
            else Write(writer, field.Type, found[0]);
            return;
        }

        if (found.Count == 0 || (found is [{ ValueKind: JsonValueKind.Null }]))
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        var items = found is [{ ValueKind: JsonValueKind.Array } list] ? list.EnumerateArray() : found.AsEnumerable();
        foreach (var item in items) Write(writer, field.Type, item);
        writer.WriteEndArray();
    }

    /// <summary>Tools and models write numbers as texts and texts as numbers; both mean the same.</summary>
    private static void Write(Utf8JsonWriter writer, FieldType type, JsonElement value)
    {
        var isText = type is FieldType.Text or FieldType.Url or FieldType.Date or FieldType.DateTime;
        if (isText && value.ValueKind is (JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)) writer.WriteStringValue(value.GetRawText());
        else if (value.ValueKind != JsonValueKind.String) value.WriteTo(writer);
        else if (type == FieldType.Integer && long.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var whole)) writer.WriteNumberValue(whole);
        else if (type == FieldType.Decimal && decimal.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var number))
            writer.WriteNumberValue(number);
        else if (type == FieldType.Boolean && value.GetString() is ("true" or "false")) writer.WriteBooleanValue(value.ValueEquals("true"));
        else value.WriteTo(writer);
    }
}
