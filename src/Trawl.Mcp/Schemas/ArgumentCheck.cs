using System.Globalization;
using System.Text.Json;

namespace Trawl.Mcp.Schemas;

/// <summary>
/// Holds arguments against their schema before they are read, so that a mistake is answered with the argument's name and
/// what it should have been. Knows what our schemas use: types, enums, ranges, objects, lists and maps.
/// </summary>
internal static class ArgumentCheck
{
    private const int LongestText = 1 << 20;

    /// <summary>What is wrong, naming the argument; null when all is right.</summary>
    public static string? Problem(JsonElement schema, IDictionary<string, JsonElement> arguments)
    {
        var properties = schema.TryGetProperty("properties", out var known) ? known : default;
        var names = properties.ValueKind == JsonValueKind.Object ? properties.EnumerateObject().Select(p => p.Name).ToArray() : [];
        foreach (var (name, value) in arguments)
        {
            var problem = !names.Contains(name, StringComparer.Ordinal)
                ? $"There is no argument \"{name}\"; there are: {(names.Length == 0 ? "none" : string.Join(", ", names))}."
                : value.ValueKind == JsonValueKind.Null ? null : Problem(properties.GetProperty(name), value, name);
            if (problem is not null)
            {
                return problem;
            }
        }

        return Required(schema).FirstOrDefault(n => !arguments.TryGetValue(n, out var v) || v.ValueKind == JsonValueKind.Null) is { } missing
            ? $"The argument \"{missing}\" is missing."
            : null;
    }

    private static string? Problem(JsonElement schema, JsonElement value, string name) => TypeOf(schema) switch
    {
        null => null,
        "string" => value.ValueKind != JsonValueKind.String ? Wrong(name, "a text", value) : Text(schema, value.GetString()!, name),
        "integer" => !value.TryGetWhole(out var number) ? Wrong(name, "a whole number", value) : Range(schema, number, name),
        "number" => value.ValueKind != JsonValueKind.Number ? Wrong(name, "a number", value) : null,
        "boolean" => value.ValueKind is not (JsonValueKind.True or JsonValueKind.False) ? Wrong(name, "true or false", value) : null,
        "array" => value.ValueKind != JsonValueKind.Array ? Wrong(name, "a list", value) : Items(schema, value, name),
        _ => value.ValueKind != JsonValueKind.Object ? Wrong(name, "an object", value) : Members(schema, value, name),
    };

    private static string? Text(JsonElement schema, string text, string name)
    {
        if (text.Length > LongestText)
        {
            return $"\"{name}\" has {text.Length:N0} characters; {LongestText:N0} are the most.";
        }

        var allowed = schema.TryGetProperty("enum", out var values) ? values.EnumerateArray().Select(v => v.GetString()!).ToArray() : [];
        return allowed.Length == 0 || allowed.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"\"{name}\" is one of {string.Join(", ", allowed)}; \"{Short(text)}\" is none of them.";
    }

    private static string? Range(JsonElement schema, long number, string name)
    {
        var (least, most) = (Bound(schema, "minimum", long.MinValue), Bound(schema, "maximum", long.MaxValue));
        return number >= least && number <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"\"{name}\" is {least} to {most}; {number} is not.");
    }

    private static string? Items(JsonElement schema, JsonElement list, string name) => schema.TryGetProperty("items", out var items)
        ? list.EnumerateArray().Select((v, i) => Problem(items, v, $"{name}[{i}]")).FirstOrDefault(p => p is not null)
        : null;

    private static string? Members(JsonElement schema, JsonElement value, string name)
    {
        if (schema.TryGetProperty("properties", out _))
        {
            var problem = Problem(schema, value.EnumerateObject().GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.Last().Value));
            return problem is null ? null : $"In \"{name}\": {problem}";
        }

        return schema.TryGetProperty("additionalProperties", out var every) && every.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Select(p => Problem(every, p.Value, $"{name}.{p.Name}")).FirstOrDefault(p => p is not null)
            : null;
    }

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(r => r.GetString()!) : [];

    private static string? TypeOf(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out var type) ? type.GetString()
        : schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("enum", out _) ? "string"
        : null;

    private static long Bound(JsonElement schema, string name, long without) => schema.TryGetProperty(name, out var bound) ? bound.GetInt64() : without;

    private static bool TryGetWhole(this JsonElement value, out long number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out number);
    }

    private static string Wrong(string name, string expected, JsonElement value) => $"\"{name}\" is {expected}; {Short(value.GetRawText())} is not.";

    private static string Short(string text) => text.Length <= 60 ? text : $"{text.AsSpan(0, 60)}…";
}
