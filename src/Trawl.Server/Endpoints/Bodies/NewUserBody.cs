namespace Trawl.Server.Endpoints.Bodies;

/// <summary>Adds a user.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role"><c>viewer</c>, <c>operator</c>, <c>editor</c> or <c>admin</c>.</param>
/// <param name="Password">The first password; null for one who only uses tokens.</param>
public sealed record NewUserBody(string Name, string Role, string? Password = null);
