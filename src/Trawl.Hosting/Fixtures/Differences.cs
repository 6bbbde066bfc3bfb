using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Api.Fixtures;

namespace Trawl.Hosting.Fixtures;

/// <summary>Compares what is expected with what there is, down to the field.</summary>
internal sealed class Differences
{
    private const int Most = 1000;

    private readonly List<FixtureDifference> _found = [];

    public static IReadOnlyList<FixtureDifference> Of(JsonObject expected, JsonObject actual)
    {
        var differences = new Differences();
        foreach (var name in Names(expected, actual))
        {
            differences.Member(name, expected[name], actual[name]);
        }

        return differences._found;
    }

    private void Member(string name, JsonNode? expected, JsonNode? actual)
    {
        if (name == "records")
        {
            Compare("", expected, actual);
        }
        else if (expected is JsonArray one && actual is JsonArray other)
        {
            Set(name, one, other);
        }
        else
        {
            Compare(name, expected, actual);
        }
    }

    /// <summary>Lists in which only what is in them matters.</summary>
    private void Set(string place, JsonArray expected, JsonArray actual)
    {
        var here = actual.Select(Text).ToHashSet();
        var there = expected.Select(Text).ToHashSet();
        foreach (var missing in expected.Where(n => !here.Contains(Text(n))))
        {
            Add(place, missing, null);
        }

        foreach (var extra in actual.Where(n => !there.Contains(Text(n))))
        {
            Add(place, null, extra);
        }
    }

    private void Compare(string place, JsonNode? expected, JsonNode? actual)
    {
        if (JsonNode.DeepEquals(expected, actual))
        {
            return;
        }

        if (IsInvalid(expected) || IsInvalid(actual))
        {
            // A record that became invalid, or valid, still has its fields.
            Compare(place + ".invalid", ProblemsOf(expected), ProblemsOf(actual));
            Compare(place, DataOf(expected), DataOf(actual));
        }
        else if (expected is JsonObject one && actual is JsonObject other)
        {
            foreach (var name in Names(one, other))
            {
                Compare(place.Length == 0 ? name : $"{place}.{name}", one[name], other[name]);
            }
        }
        else if (expected is JsonArray list && actual is JsonArray second && (list.Count > 0 || second.Count > 0))
        {
            for (var i = 0; i < Math.Max(list.Count, second.Count); i++)
            {
                Compare(
                    string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]"),
                    i < list.Count ? list[i] : null,
                    i < second.Count ? second[i] : null);
            }
        }
        else
        {
            Add(place, expected, actual);
        }
    }

    private void Add(string place, JsonNode? expected, JsonNode? actual)
    {
        if (_found.Count < Most)
        {
            _found.Add(new FixtureDifference(place, Element(expected), Element(actual)));
        }
    }

    private static bool IsInvalid(JsonNode? record) =>
        record is JsonObject { Count: 2 } both && both["invalid"] is JsonArray && both["data"] is JsonObject;

    private static JsonNode? ProblemsOf(JsonNode? record) => IsInvalid(record) ? record!["invalid"] : null;

    private static JsonNode? DataOf(JsonNode? record) => IsInvalid(record) ? record!["data"] : record;

    private static IEnumerable<string> Names(JsonObject one, JsonObject other) =>
        one.Select(p => p.Key).Concat(other.Select(p => p.Key)).Distinct();

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";

    private static JsonElement? Element(JsonNode? node)
    {
        if (node is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(Expectation.Line(node));
        return document.RootElement.Clone();
    }
}
