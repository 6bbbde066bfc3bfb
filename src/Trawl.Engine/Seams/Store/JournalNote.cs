using Trawl.Model.Journal;

namespace Trawl.Engine.Seams.Store;

/// <summary>A journal entry and its place among the outcomes of its batch.</summary>
/// <param name="After">It stands behind so many of the batch's settlements.</param>
/// <param name="Entry">The entry; the store gives it its number.</param>
public readonly record struct JournalNote(int After, JournalEntry Entry);
