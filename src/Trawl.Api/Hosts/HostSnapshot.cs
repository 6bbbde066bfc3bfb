namespace Trawl.Api.Hosts;

/// <summary>A host while a run is under way.</summary>
/// <param name="Name">Origin.</param>
/// <param name="Queued">Requests that wait.</param>
/// <param name="InFlight">Exchanges under way.</param>
/// <param name="DelaySeconds">Seconds between the starts of two requests, adaptation included.</param>
/// <param name="NextInSeconds">Seconds until the next request may start; 0 when it may now.</param>
/// <param name="Note">Why it waits: <c>robots</c>, <c>retry-after</c>, <c>throttled</c>; null for nothing special.</param>
public sealed record HostSnapshot(
    string Name,
    long Queued,
    int InFlight,
    double DelaySeconds,
    double NextInSeconds,
    string? Note);
