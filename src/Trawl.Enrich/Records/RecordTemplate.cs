using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Model.Plans;

namespace Trawl.Enrich.Records;

/// <summary>Fills a record's values into the arguments that a pipeline writes.</summary>
internal static class RecordTemplate
{
    /// <summary>The arguments, a JSON object.</summary>
    public static string Fill(string arguments, JsonElement record) => Fill(JsonNode.Parse(arguments), record)!.ToJsonString(WireText.Plain);

    private static JsonNode? Fill(JsonNode? node, JsonElement record) => node switch
    {
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Fill(member.Value, record)))),
        JsonArray list => new JsonArray([.. list.Select(item => Fill(item, record))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => FillIn(value.GetValue<string>(), record),
        _ => node?.DeepClone(),
    };

    private static JsonNode? FillIn(string text, JsonElement record)
    {
        var pieces = FieldTemplate.Pieces(text).ToList();
        if (pieces is [{ IsField: true } alone]) return record.TryGetProperty(alone.Text, out var value) ? JsonNode.Parse(value.GetRawText()) : null;
        var made = new StringBuilder();
        foreach (var (piece, isField) in pieces) made.Append(isField ? TextOf(piece, record) : piece);
        return JsonValue.Create(made.ToString());
    }

    private static string TextOf(string name, JsonElement record) =>
        !record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? ""
        : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
