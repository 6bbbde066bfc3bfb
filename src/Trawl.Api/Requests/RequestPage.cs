namespace Trawl.Api.Requests;

/// <summary>Some requests of a run.</summary>
/// <param name="Requests">The requests.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record RequestPage(IReadOnlyList<RequestInfo> Requests, long? Next);
