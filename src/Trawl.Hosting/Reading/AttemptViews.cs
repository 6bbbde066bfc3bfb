using System.Text.Json;
using Trawl.Api.Explaining;
using Trawl.Model.Journal;

namespace Trawl.Hosting.Reading;

/// <summary>Reads attempts from the journal; the names are those of docs/formats/journal.md.</summary>
internal static class AttemptViews
{
    public static AttemptInfo Of(JournalEntry entry)
    {
        using var document = JsonDocument.Parse(entry.Data);
        var data = document.RootElement;
        return new AttemptInfo(
            entry.At,
            Text(data, "as") ?? "settled",
            (int?)Number(data, "status"),
            Text(data, "code"),
            Text(data, "reason"),
            Number(data, "bytes"),
            Number(data, "ms"),
            Number(data, "notBefore") is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null,
            null,
            Text(data, "rules")?.Split(',') ?? []);
    }

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.TryGetInt64(out var number) ? number : null;
}
