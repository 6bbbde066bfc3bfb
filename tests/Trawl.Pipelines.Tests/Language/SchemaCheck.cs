using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Trawl.Pipelines.Tests.Language;

/// <summary>The keywords of JSON Schema that the generated schema uses, and no others.</summary>
internal sealed class SchemaCheck(JsonObject schema)
{
    private static readonly HashSet<string> _annotations = ["$schema", "title", "$defs", "description", "examples"];

    public string? Check(JsonNode? value) => Check(schema, value, "$");

    private string? Check(JsonObject rules, JsonNode? value, string path)
    {
        foreach (var (keyword, rule) in rules)
        {
            if (_annotations.Contains(keyword)) continue;
            if (Check(keyword, rule!, rules, value, path) is { } fault) return fault;
        }

        return null;
    }

    private string? Check(string keyword, JsonNode rule, JsonObject rules, JsonNode? value, string path) =>
        keyword switch
    {
        "$ref" => Check(schema["$defs"]![rule.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), value, path),
        "type" => IsType(rule, value) ? null : $"{path}: {value?.ToJsonString()} is not {rule.ToJsonString()}",
        "enum" => rule.AsArray()
            .Any(r => JsonNode.DeepEquals(r, value)) ? null : $"{path}: not one of {rule.ToJsonString()}",
        "pattern" =>
            value is not JsonValue v || !v.TryGetValue(out string? s) || Regex.IsMatch(s, rule.GetValue<string>())
            ? null : $"{path}: \"{s}\" does not match",
        "minLength" =>
            value is not JsonValue v || !v.TryGetValue(out string? s) || s.Length >= rule.GetValue<int>() ? null
            : $"{path}: too short",
        "minimum" => Number(value) is not { } n || n >= rule.GetValue<double>() ? null : $"{path}: too small",
        "maximum" => Number(value) is not { } n || n <= rule.GetValue<double>() ? null : $"{path}: too large",
        "items" => First((value as JsonArray)?.Select((item, i) => Check(rule.AsObject(), item, $"{path}[{i}]"))),
        "minItems" => value is not JsonArray a || a.Count >= rule.GetValue<int>() ? null : $"{path}: too few items",
        "maxItems" => value is not JsonArray a || a.Count <= rule.GetValue<int>() ? null : $"{path}: too many items",
        "minProperties" =>
            value is not JsonObject o || o.Count >= rule.GetValue<int>() ? null : $"{path}: too few keys",
        "properties" =>
            First((value as JsonObject)?.Where(p => rule[p.Key] is not null)
            .Select(p => Check(rule[p.Key]!.AsObject(), p.Value, $"{path}.{p.Key}"))),
        "additionalProperties" =>
            First((value as JsonObject)?.Where(p => rules["properties"]?[p.Key] is null)
            .Select(p => Additional(rule, p.Value, $"{path}.{p.Key}"))),
        "propertyNames" =>
            First((value as JsonObject)?.Select(
            p => Check(rule.AsObject(), JsonValue.Create(p.Key), $"{path} key {p.Key}"))),
        "required" =>
            First((value as JsonObject) is { } o ? rule.AsArray()
            .Select(r => o.ContainsKey(r!.GetValue<string>()) ? null : $"{path}: {r} is missing") : null),
        "anyOf" => rule.AsArray()
            .Any(r => Check(r!.AsObject(), value, path) is null) ? null
            : $"{path}: {value?.ToJsonString()} fits none of {rule.ToJsonString()}",
        "oneOf" => rule.AsArray()
            .Count(r => Check(r!.AsObject(), value, path) is null) == 1 ? null
            : $"{path}: fits not exactly one of {rule.ToJsonString()}",
        "not" => Check(rule.AsObject(), value, path) is null ? $"{path}: fits what it must not" : null,
        "dependentSchemas" =>
            First((value as JsonObject) is { } o ? rule.AsObject().Where(r => o.ContainsKey(r.Key))
            .Select(r => Check(r.Value!.AsObject(), value, path)) : null),
        _ => throw new NotSupportedException($"The schema uses \"{keyword}\"."),
    };

    private string? Additional(JsonNode rule, JsonNode? value, string path) =>
        rule is JsonObject own ? Check(own, value, path) : rule.GetValue<bool>() ? null : $"{path}: unknown key";

    private static string? First(IEnumerable<string?>? faults) => faults?.FirstOrDefault(f => f is not null);

    private static bool IsType(JsonNode rule, JsonNode? value) =>
        (rule is JsonArray many ? many.Select(m => m!.GetValue<string>()) : [rule.GetValue<string>()])
            .Any(type => IsType(type, value));

    private static bool IsType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } n && n == Math.Floor(n),
        _ => throw new NotSupportedException(type),
    };

    private static double? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;
}
