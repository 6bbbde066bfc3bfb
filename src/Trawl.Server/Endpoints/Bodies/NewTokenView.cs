namespace Trawl.Server.Endpoints.Bodies;

/// <summary>A token just made.</summary>
/// <param name="Token">What is kept of it.</param>
/// <param name="Secret">What a program sends as <c>Authorization: Bearer</c>; shown this once.</param>
public sealed record NewTokenView(TokenView Token, string Secret);
