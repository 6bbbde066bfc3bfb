using System.Text.Json;
using Trawl.Mcp.Tools.Answers;

namespace Trawl.Mcp.Records;

/// <summary>What fields look like over some records.</summary>
internal static class FieldOutlines
{
    private const int LongestExample = 120;

    public static IReadOnlyList<FieldOutline> Of(IReadOnlyList<JsonElement> records)
    {
        var names = records.SelectMany(r => r.EnumerateObject().Select(p => p.Name)).Distinct(StringComparer.Ordinal);
        return [.. names.Select(name => Of(name, records))];
    }

    private static FieldOutline Of(string name, IReadOnlyList<JsonElement> records)
    {
        var values = records.Select(r => r.TryGetProperty(name, out var v) ? v : default).Where(v => !FieldValues.IsEmpty(v)).ToArray();
        var kinds = string.Join(" or ", values.Select(Kind).Distinct().Order(StringComparer.Ordinal));
        return new FieldOutline(
            name, kinds.Length == 0 ? "unknown" : kinds, Math.Round((double)values.Length / Math.Max(1, records.Count), 3),
            values.Length == 0 ? null : Example(values[0]));
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "list",
        _ => "object",
    };

    private static JsonElement Example(JsonElement value)
    {
        var raw = value.GetRawText();
        return raw.Length <= LongestExample ? value : JsonSerializer.SerializeToElement($"{raw[..LongestExample]}…", McpJson.Default.String);
    }
}
