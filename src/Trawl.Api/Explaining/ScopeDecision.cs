namespace Trawl.Api.Explaining;

/// <summary>Whether a URL belongs to a run.</summary>
/// <param name="InScope">Whether it does.</param>
/// <param name="Reason">Which pattern says so.</param>
public sealed record ScopeDecision(bool InScope, string Reason);
