using Trawl.Engine.Seams.Fetching;

namespace Trawl.Engine.Seams.Store;

/// <summary>New values of a host's politeness, stored with the outcomes that caused them.</summary>
/// <param name="HostId">The host.</param>
/// <param name="NextAllowedAt">No request starts before this, after a restart either.</param>
/// <param name="Delay">The delay in force, adaptation included.</param>
/// <param name="Failures">Failures in a row.</param>
/// <param name="Robots">A newly fetched robots.txt; null leaves the stored one.</param>
public sealed record HostUpdate(
    long HostId,
    DateTimeOffset NextAllowedAt,
    TimeSpan Delay,
    int Failures,
    RobotsRecord? Robots)
{
    /// <summary>Exchanges for robots.txt since the last update, redirects included, in order.</summary>
    public IReadOnlyList<CapturedExchange> Captured { get; init; } = [];
}
