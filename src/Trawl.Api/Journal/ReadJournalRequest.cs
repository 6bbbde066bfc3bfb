namespace Trawl.Api.Journal;

/// <summary>Asks for events of a run in their order.</summary>
/// <param name="RunId">The run.</param>
/// <param name="After">Number of the last event known; 0 for all.</param>
/// <param name="Limit">Events at most, 1 to 1,000.</param>
public sealed record ReadJournalRequest(string RunId, long After = 0, int Limit = 200);
