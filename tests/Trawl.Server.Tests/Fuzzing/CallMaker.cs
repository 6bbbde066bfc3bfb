using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Trawl.Server.Tests.Fuzzing;

/// <summary>Makes calls of the API from its description: some as it says, most of them with something wrong.</summary>
internal sealed class CallMaker(JsonNode description, Random chance, string knownRun)
{
    private static readonly string[] s_texts =
    [
        "", " ", "a", "last", "*", "%00", "..", "../../etc/passwd", "https://example.com/p/1", "http://[::1", "\u202Eevil\r\nX-A: b", "名前", "'; DROP TABLE runs;--",
        "${env:HOME}", "{\"a\":1}", "h1", "//*[", "a[href", "$..[?(@", "1e309", "-1", "true", "null", new('a', 3_000), "\ud83d\ude00",
        "name: x\nstart: https://example.com/\npages: { all: { url: \"/**\", follow: [a] } }\n", "a: &a [*a]", "- - - - -",
    ];

    private static readonly string[] s_numbers = ["0", "1", "-1", "7", "1000", "1001", "2147483648", "-9223372036854775808", "9223372036854775808", "1.5", "1e400", "NaN", "x"];

    private readonly (string Path, string Method, JsonNode Call)[] _calls =
    [
        .. description["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(c => (p.Key, c.Key.ToUpperInvariant(), c.Value!))),
    ];

    public HttpRequestMessage Next()
    {
        var (path, method, call) = Pick(_calls);
        var query = new List<string>();
        var request = new HttpRequestMessage { Method = new HttpMethod(method) };
        foreach (var parameter in call["parameters"]?.AsArray() ?? [])
        {
            var name = parameter!["name"]!.GetValue<string>();
            var value = Value(parameter["schema"]!);
            switch (parameter["in"]!.GetValue<string>())
            {
                case "path":
                    path = path.Replace($"{{{name}}}", Segment(chance.Next(3) == 0 ? knownRun : value), StringComparison.Ordinal);
                    break;
                case "query" when chance.Next(4) > 0:
                    query.Add($"{name}={Uri.EscapeDataString(value)}");
                    break;
                case "header" when chance.Next(2) == 0:
                    request.Headers.TryAddWithoutValidation(name, chance.Next(2) == 0 ? "\"1\"" : "*");
                    break;
                default:
                    break;
            }
        }

        request.RequestUri = new Uri(query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", UriKind.Relative);
        if (call["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema)
        {
            request.Content = new StringContent(Body(schema), Encoding.UTF8, chance.Next(20) == 0 ? "text/plain" : "application/json");
        }

        return request;
    }

    private string Body(JsonNode schema) => chance.Next(8) switch
    {
        0 => Pick(s_texts),
        1 => new string('[', 200),
        2 => "{\"text\":" + "\"" + new string('x', 100_000) + "\"}",
        _ => Json(schema, 0)?.ToJsonString() ?? "null",
    };

    private JsonNode? Json(JsonNode schema, int depth)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            schema = description["components"]!["schemas"]![reference.Split('/')[^1]]!;
        }

        if (chance.Next(15) == 0 || depth > 6)
        {
            return JsonValue.Create(Pick(s_texts));
        }

        if ((schema["oneOf"] ?? schema["anyOf"])?.AsArray() is { Count: > 0 } choices)
        {
            return Json(choices[chance.Next(choices.Count)]!, depth + 1);
        }

        return Type(schema) switch
        {
            "object" => Members(schema, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, chance.Next(3)).Select(_ => schema["items"] is { } item ? Json(item, depth + 1) : null)]),
            "boolean" => JsonValue.Create(chance.Next(2) == 0),
            "integer" or "number" => double.TryParse(Pick(s_numbers), CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? JsonValue.Create(number)
                : JsonValue.Create("x"),
            "null" => null,
            _ => JsonValue.Create(Value(schema)),
        };
    }

    private JsonObject Members(JsonNode schema, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, type) in schema["properties"]?.AsObject() ?? [])
        {
            if (chance.Next(5) > 0)
            {
                made[name] = Json(type!, depth + 1);
            }
        }

        if (chance.Next(10) == 0)
        {
            made["unknown"] = 1;
        }

        return made;
    }

    private string Value(JsonNode schema) =>
        chance.Next(6) == 0 ? Pick(s_texts)
        : schema["enum"]?.AsArray() is { Count: > 0 } choices ? choices[chance.Next(choices.Count)]?.ToString() ?? ""
        : Type(schema) is "integer" or "number" ? Pick(s_numbers)
        : Type(schema) == "boolean" ? "true"
        : Pick(s_texts);

    private string Type(JsonNode schema) => schema["type"] switch
    {
        JsonArray types => types[chance.Next(types.Count)]!.GetValue<string>(),
        { } type => type.GetValue<string>(),
        null => schema["properties"] is null ? "string" : "object",
    };

    /// <summary>A path that begins with two slashes, or has none, is another address altogether.</summary>
    private static string Segment(string value) => value.Length == 0 ? "-" : Uri.EscapeDataString(value).Replace("..", "%2E%2E", StringComparison.Ordinal);

    private T Pick<T>(T[] all) => all[chance.Next(all.Length)];
}
