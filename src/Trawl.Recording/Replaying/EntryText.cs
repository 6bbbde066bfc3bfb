using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;

namespace Trawl.Recording.Replaying;

/// <summary>Entries and outcomes in a line, for people.</summary>
internal static class EntryText
{
    public static string Of(JournalEntry entry) =>
        entry.RequestId is { } id ? $"{entry.Kind} of request {id}: {entry.Data}" : $"{entry.Kind}: {entry.Data}";

    public static string Of(Settlement settlement) =>
        $"request {settlement.Request.Id} ({settlement.Request.Url}) settled as {settlement.As}"
        + (settlement.Reason is { } reason ? $": {reason}" : "");
}
