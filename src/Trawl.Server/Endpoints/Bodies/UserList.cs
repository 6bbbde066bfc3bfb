namespace Trawl.Server.Endpoints.Bodies;

/// <summary>Some users, by name.</summary>
/// <param name="Users">The users.</param>
/// <param name="Next">Name behind which the next page begins; null when this is the last.</param>
public sealed record UserList(IReadOnlyList<UserView> Users, string? Next);
