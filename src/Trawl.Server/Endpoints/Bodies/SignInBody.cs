namespace Trawl.Server.Endpoints.Bodies;

/// <summary>Signs in with a password.</summary>
/// <param name="User">The user's name.</param>
/// <param name="Password">The password.</param>
public sealed record SignInBody(string User, string Password);
