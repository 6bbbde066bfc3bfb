namespace Trawl.Api.Hosts;

/// <summary>A host as stored: its politeness survives restarts.</summary>
/// <param name="Name">Origin.</param>
/// <param name="Queued">Requests that wait in its queue.</param>
/// <param name="NextAllowedAt">No request starts before this.</param>
/// <param name="DelaySeconds">Seconds between the starts of two requests; null before the first.</param>
/// <param name="Failures">Failures in a row.</param>
/// <param name="Robots">What is known of its robots.txt, in words; null when it was not asked for.</param>
public sealed record HostInfo(
    string Name,
    long Queued,
    DateTimeOffset? NextAllowedAt,
    double? DelaySeconds,
    int Failures,
    string? Robots);
