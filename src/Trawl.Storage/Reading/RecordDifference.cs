using System.Text.Json;

namespace Trawl.Storage.Reading;

/// <summary>Finds the first field in which two records differ.</summary>
internal static class RecordDifference
{
    /// <summary>The field and its values as JSON; nothing when the records are equal.</summary>
    internal static (string? Field, string? Expected, string? Got) Of(string? expected, string got)
    {
        if (expected is null)
        {
            return (null, "no such record", got);
        }

        using var before = JsonDocument.Parse(expected);
        using var after = JsonDocument.Parse(got);
        var names = before.RootElement.EnumerateObject().Select(p => p.Name)
            .Union(after.RootElement.EnumerateObject().Select(p => p.Name), StringComparer.Ordinal);
        foreach (var name in names)
        {
            var (old, now) = (Raw(before, name), Raw(after, name));
            if (old != now)
            {
                return (name, old ?? "absent", now ?? "absent");
            }
        }

        return expected == got ? (null, null, null) : (null, expected, got);
    }

    private static string? Raw(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
