using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Web.Robots;

namespace Trawl.Engine.Hosts;

/// <summary>What came of looking for a host's robots.txt.</summary>
/// <param name="Rules">The rules in force; null when there are none to be had (yet).</param>
/// <param name="Fetched">The file to store when it was fetched just now.</param>
/// <param name="RetryAfter">Unreachable, and worth another try after this pause; null when it is settled.</param>
/// <param name="FetchedAt">When the rules in force were fetched.</param>
/// <param name="Explanation">For the journal.</param>
internal sealed record RobotsOutcome(
    RobotsGroup? Rules,
    RobotsRecord? Fetched,
    TimeSpan? RetryAfter,
    DateTimeOffset FetchedAt,
    string Explanation)
{
    /// <summary>The exchanges made, as captured.</summary>
    public IReadOnlyList<CapturedExchange> Captured { get; init; } = [];

    /// <summary>The status of the answer just received, 0 when there was none; null when nobody was asked.</summary>
    public int? Status { get; init; }
}
