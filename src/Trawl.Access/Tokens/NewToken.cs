namespace Trawl.Access.Tokens;

/// <summary>A token just made: the only time its secret is seen.</summary>
/// <param name="Token">What is stored of it.</param>
/// <param name="Secret">What a caller sends: <c>trawl_ID_…</c>.</param>
public sealed record NewToken(ApiToken Token, string Secret);
