using System.Text.Json;
using Trawl.Model.Journal;

namespace Trawl.Recording.Replaying;

/// <summary>Reads the particulars of journal entries; the names are those of <c>docs/formats/journal.md</c>.</summary>
internal static class EntryData
{
    public static string? Text(JournalEntry entry, string name)
    {
        using var document = JsonDocument.Parse(entry.Data);
        return document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    /// <summary>Whether the outcome ended the run. Quotation marks inside a text are escaped, so this is the field itself.</summary>
    public static bool IsFatal(JournalEntry entry) =>
        entry.Kind == JournalKind.AttemptSettled && entry.Data.Contains("\"fatal\":true", StringComparison.Ordinal);

    /// <summary>
    /// Whether a replay must come to the entry by itself. The others are of the surroundings, and are given to it.
    /// </summary>
    public static bool IsOutcome(JournalKind kind) => kind is JournalKind.AttemptSettled or JournalKind.RequestsAdmitted
        or JournalKind.RobotsFetched or JournalKind.Warning or JournalKind.RunDrained or JournalKind.RunFinished
        or JournalKind.OutputPublished;
}
