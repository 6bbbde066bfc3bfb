using System.Text.Json;
using System.Text.RegularExpressions;
using Trawl.Html.Json;

namespace Trawl.Steps.Probing;

/// <summary>Small changes of a JSONPath: where it leads nowhere first, to the names that are there.</summary>
internal static partial class JsonPathEdits
{
    public static IEnumerable<Edit> Of(Edit from, JsonElement root)
    {
        var segments = Segments(from.Text);
        for (var i = 0; i < segments.Count; i++)
        {
            foreach (var (text, cost) in ChangesOf(segments, i, root)) yield return new Edit(text, from.Cost + cost);
        }
    }

    private static IEnumerable<(string Text, int Cost)> ChangesOf(List<string> segments, int index, JsonElement root)
    {
        var segment = segments[index];
        var name = NameOf(segment);
        if (name is null)
        {
            // A filter, an index, a slice: all there are instead.
            if (segment != "[*]") yield return (With(segments, index, "[*]"), 4);
            yield break;
        }

        var before = "$" + string.Concat(segments.Take(index));
        foreach (var there in Names(before, root))
        {
            var distance = NameDistance.Of(name, there);
            if (distance is > 0 and < NameDistance.Far) yield return (With(segments, index, Written(segment, there)), 1 + distance);
        }

        if (!segment.StartsWith("..", StringComparison.Ordinal)) yield return ("$.." + Bare(segment) + string.Concat(segments.Skip(index + 1)), 3);
    }

    /// <summary>The members of what the path so far leads to.</summary>
    private static IEnumerable<string> Names(string path, JsonElement root)
    {
        if (!JsonPathSelector.TryParse(path, out var selector, out _)) return [];
        var values = new List<JsonElement>();
        selector.Select(root, values);
        return values.Take(20).SelectMany(Objects).SelectMany(v => v.EnumerateObject()).Select(p => p.Name).Distinct();
    }

    private static IEnumerable<JsonElement> Objects(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? [value] : [];

    private static List<string> Segments(string path) => [.. Segment().Matches(path).Select(m => m.Value)];

    private static string? NameOf(string segment) => Plain().Match(segment) is { Success: true } match
        ? match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value
        : null;

    private static string Written(string segment, string name)
    {
        var dots = segment.StartsWith("..", StringComparison.Ordinal) ? ".." : "";
        var isWord = Word().IsMatch(name);
        if (isWord) return (dots.Length > 0 ? dots : ".") + name;
        return $"{dots}['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";
    }

    private static string Bare(string segment) => segment.TrimStart('.');

    private static string With(List<string> segments, int index, string segment) =>
        "$" + string.Concat(segments.Select((s, i) => i == index ? segment : s));

    [GeneratedRegex(@"\.\.?(\*|[^.\[]+)|(\.\.)?\[(?:'[^']*'|""[^""]*""|[^\]])*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Segment();

    [GeneratedRegex(@"^\.\.?([^.\[*]+)$|^(?:\.\.)?\[['""]([^'""]*)['""]\]$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
