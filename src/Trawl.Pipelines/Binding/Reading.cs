using System.Globalization;
using Trawl.Pipelines.Syntax;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Binding;

/// <summary>
/// Reads values of a tree that the language has been held against. What is faulty there reads as absent: it has been
/// reported, and the rest of the plan is still worth checking.
/// </summary>
internal static class Reading
{
    public static string? AsText(this Node? node) =>
        node is ScalarNode { IsNull: false, IsFaulty: false } scalar ? scalar.Text : null;

    public static string? Text(this MapNode map, string key) => map[key].AsText();

    /// <summary>A list of texts, or the one text that stands for such a list.</summary>
    public static IReadOnlyList<string> Texts(this MapNode map, string key) =>
        [.. Items(map[key]).Select(AsText).OfType<string>()];

    /// <summary>
    /// The items of a list, or the one value that stands for such a list; none when there is nothing.
    /// </summary>
    public static IReadOnlyList<Node> Items(this Node? node) => node switch
    {
        null or ScalarNode { IsNull: true } => [],
        ListNode list => list.Items,
        _ => [node],
    };

    public static MapNode? Map(this MapNode map, string key) => map[key] as MapNode;

    public static IReadOnlyList<MapEntry> Entries(this MapNode map, string key) => map.Map(key)?.Entries ?? [];

    public static bool Flag(this MapNode map, string key, bool otherwise = false) =>
        map.Text(key) is { } text ? text == "true" : otherwise;

    public static long? Number(this MapNode map, string key) =>
        long.TryParse(map.Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value : null;

    public static int? Count(this MapNode map, string key) => (int?)map.Number(key);

    public static TimeSpan? Time(this MapNode map, string key) =>
        map.Text(key) is { } text && Duration.TryParse(text, out var value) ? value : null;

    public static long? Size(this MapNode map, string key) =>
        map.Text(key) is { } text && ByteSize.TryParse(text, out long value) ? value : null;
}
