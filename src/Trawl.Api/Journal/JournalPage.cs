namespace Trawl.Api.Journal;

/// <summary>Some events of a run.</summary>
/// <param name="Events">The events, oldest first.</param>
/// <param name="Last">Number of the last one here, or what was asked for when there is none: where the next page begins.</param>
/// <param name="IsComplete">Whether nothing more will come: the run is over and this reaches its last event.</param>
public sealed record JournalPage(IReadOnlyList<JournalItem> Events, long Last, bool IsComplete);
