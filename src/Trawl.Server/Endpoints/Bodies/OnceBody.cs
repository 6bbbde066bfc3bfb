namespace Trawl.Server.Endpoints.Bodies;

/// <summary>Opens a session with a one-time token.</summary>
/// <param name="Token">The token.</param>
public sealed record OnceBody(string Token);
