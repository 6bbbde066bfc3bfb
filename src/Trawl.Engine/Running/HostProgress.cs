namespace Trawl.Engine.Running;

/// <summary>A host in a <see cref="RunProgress"/>.</summary>
/// <param name="Name">Origin.</param>
/// <param name="Queued">Requests that wait.</param>
/// <param name="InFlight">Exchanges under way.</param>
/// <param name="Delay">Time between two requests, adaptation included.</param>
/// <param name="NextAllowedIn">Time until the next request may start; zero when it may now.</param>
/// <param name="Note">Why it waits: <c>robots</c>, <c>retry-after</c>, <c>throttled</c>; null when nothing is special.</param>
public sealed record HostProgress(
    string Name,
    long Queued,
    int InFlight,
    TimeSpan Delay,
    TimeSpan NextAllowedIn,
    string? Note);
