using System.Text.Json.Nodes;

namespace Trawl.Server.Tests;

/// <summary>What of a new description would break a caller of the old one.</summary>
internal static class ApiChanges
{
    public static IReadOnlyList<string> Breaking(JsonNode before, JsonNode after) =>
        [.. Calls(before["paths"]!, after["paths"]), .. Schemas(before["components"]!["schemas"]!, after["components"]?["schemas"])];

    private static IEnumerable<string> Calls(JsonNode before, JsonNode? after)
    {
        foreach (var (path, calls) in before.AsObject())
        {
            foreach (var (method, call) in calls!.AsObject())
            {
                if (after?[path]?[method] is not { } now)
                {
                    yield return $"{method.ToUpperInvariant()} {path} is gone";
                    continue;
                }

                var known = Parameters(call!).ToDictionary(p => Name(p));
                foreach (var parameter in Parameters(now).Where(p => p["required"]?.GetValue<bool>() == true))
                {
                    if (!known.TryGetValue(Name(parameter), out var old) || old["required"]?.GetValue<bool>() != true)
                    {
                        yield return $"{method.ToUpperInvariant()} {path} asks for {Name(parameter)} now";
                    }
                }

                foreach (var gone in known.Keys.Except(Parameters(now).Select(Name)))
                {
                    yield return $"{method.ToUpperInvariant()} {path} no longer knows {gone}";
                }
            }
        }
    }

    private static IEnumerable<string> Schemas(JsonNode before, JsonNode? after)
    {
        foreach (var (name, schema) in before.AsObject())
        {
            var now = after?[name];
            foreach (var (property, type) in schema!["properties"]?.AsObject() ?? [])
            {
                if (now?["properties"]?[property] is not { } kept)
                {
                    yield return $"{name}.{property} is gone";
                }
                else if (type!["type"]?.ToJsonString() != kept["type"]?.ToJsonString() || type["$ref"]?.ToJsonString() != kept["$ref"]?.ToJsonString())
                {
                    yield return $"{name}.{property} has another type";
                }
            }

            // A body that callers send may not ask for more; the names of those end with Body or Request.
            if (name.EndsWith("Body", StringComparison.Ordinal) || name.EndsWith("Request", StringComparison.Ordinal))
            {
                foreach (var required in Names(now?["required"]).Except(Names(schema["required"])))
                {
                    yield return $"{name} asks for {required} now";
                }
            }
        }
    }

    private static IEnumerable<JsonNode> Parameters(JsonNode call) => call["parameters"]?.AsArray().Select(p => p!) ?? [];

    private static string Name(JsonNode parameter) => $"{parameter["in"]} {parameter["name"]}";

    private static IEnumerable<string> Names(JsonNode? list) => list?.AsArray().Select(n => n!.GetValue<string>()) ?? [];
}
