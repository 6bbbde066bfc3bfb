using System.Text.Json;

namespace Trawl.Storage.Reading;

/// <summary>Names the plugin when what differs is what a plugin answered.</summary>
internal static class PluginDifference
{
    /// <summary>The first step of a page whose answers differ, as the journal names it; null when no plugin's do.</summary>
    /// <param name="expected">The recorded entry's data.</param>
    /// <param name="got">The made entry's data; null when there is none.</param>
    public static string? Find(string expected, string? got)
    {
        if (got is null || !expected.Contains("\"plugins\"", StringComparison.Ordinal)) return null;
        using var recorded = JsonDocument.Parse(expected);
        using var made = JsonDocument.Parse(got);
        if (!recorded.RootElement.TryGetProperty("plugins", out var before)) return null;
        var after = made.RootElement.TryGetProperty("plugins", out var plugins) ? plugins : default;
        foreach (var step in before.EnumerateObject())
        {
            if (after.ValueKind != JsonValueKind.Object || !after.TryGetProperty(step.Name, out var other) || other.GetRawText() != step.Value.GetRawText())
                return step.Name;
        }

        return null;
    }

    /// <summary>The difference as the plugin's; null when it is none, or not the first.</summary>
    /// <param name="entry">The first entry that differs.</param>
    /// <param name="record">The first record that differs.</param>
    public static RunDifference? Of(RunDifference? entry, RunDifference? record)
    {
        if (entry?.Step is not { } step || record?.Sequence < entry.Sequence) return null;
        var parts = step.Split('/');
        // A record shows best what the plugin did otherwise; it may also have come to nothing, as with a digest alone.
        var shown = record?.Sequence == entry.Sequence ? record : entry;
        return shown with
        {
            Place = $"{shown.Place}, the plugin \"{parts[0]}\" at {parts[^1]}: it was given the same and answered otherwise",
        };
    }
}
