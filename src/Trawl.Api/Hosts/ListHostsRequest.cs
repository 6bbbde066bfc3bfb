namespace Trawl.Api.Hosts;

/// <summary>Asks for the hosts of a run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Limit">Hosts at most, 1 to 1,000.</param>
public sealed record ListHostsRequest(string RunId, int Limit = 100);
