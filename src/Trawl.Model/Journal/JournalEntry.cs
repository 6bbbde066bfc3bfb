namespace Trawl.Model.Journal;

/// <summary>One durable event of a run.</summary>
/// <param name="Sequence">Its place in the journal, from 1, without gaps; 0 before it is stored.</param>
/// <param name="At">When it was observed.</param>
/// <param name="Kind">What happened.</param>
/// <param name="RequestId">The request it is about; null for the run as a whole.</param>
/// <param name="Data">The particulars, a JSON object as text.</param>
public sealed record JournalEntry(long Sequence, DateTimeOffset At, JournalKind Kind, long? RequestId, string Data);
