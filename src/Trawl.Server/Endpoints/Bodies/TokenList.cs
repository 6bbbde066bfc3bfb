namespace Trawl.Server.Endpoints.Bodies;

/// <summary>Some tokens, oldest first.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Next">Id behind which the next page begins; null when this is the last.</param>
public sealed record TokenList(IReadOnlyList<TokenView> Tokens, string? Next);
