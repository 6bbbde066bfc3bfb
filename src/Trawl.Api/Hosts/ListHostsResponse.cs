namespace Trawl.Api.Hosts;

/// <summary>Hosts of a run.</summary>
/// <param name="Hosts">The hosts.</param>
public sealed record ListHostsResponse(IReadOnlyList<HostInfo> Hosts);
