namespace Trawl.Api.Runs;

/// <summary>Requests of a run by what became of them.</summary>
/// <param name="Queued">Waiting for their turn or for a further attempt.</param>
/// <param name="InFlight">In an engine's hands.</param>
/// <param name="Done">Fetched and processed.</param>
/// <param name="Failed">Given up, with a code.</param>
/// <param name="Skipped">Not fetched, with a reason.</param>
public sealed record RequestCounts(long Queued, long InFlight, long Done, long Failed, long Skipped)
{
    /// <summary>Requests that have reached their end.</summary>
    public long Settled => Done + Failed + Skipped;
}
