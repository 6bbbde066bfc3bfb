using System.Text.Json;

namespace Trawl.Mcp.Records;

/// <summary>Values of a record's fields.</summary>
internal static class FieldValues
{
    public static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => value.GetString()!.Length == 0,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    /// <summary>The value a path with dots leads to; undefined where it leads nowhere.</summary>
    public static JsonElement At(JsonElement record, string path)
    {
        var value = record;
        foreach (var name in path.Split('.'))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return default;
            }
        }

        return value;
    }

    /// <summary>The record with some of its fields.</summary>
    public static JsonElement Only(JsonElement record, string[] fields) => JsonSerializer.SerializeToElement(
        fields.Select(f => (Name: f, Value: At(record, f))).Where(f => f.Value.ValueKind != JsonValueKind.Undefined)
            .DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => f.Value),
        McpJson.Default.IDictionaryStringJsonElement);
}
