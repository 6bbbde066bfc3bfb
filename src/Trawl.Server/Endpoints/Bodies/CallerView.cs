namespace Trawl.Server.Endpoints.Bodies;

/// <summary>Who calls.</summary>
/// <param name="User">The user's name; <c>local</c> for whoever has the one-time address.</param>
/// <param name="Rights">What they may do.</param>
/// <param name="Means">How they proved it: <c>session</c>, <c>token:ID</c>, <c>local</c>.</param>
public sealed record CallerView(string User, IReadOnlyList<string> Rights, string Means);
