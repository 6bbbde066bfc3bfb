namespace Trawl.Server.Endpoints.Bodies;

/// <summary>Makes a token for the caller.</summary>
/// <param name="Label">What it is for, 1 to 100 characters.</param>
/// <param name="Rights">What it may do: any of <c>read</c>, <c>operate</c>, <c>edit</c>, <c>administer</c>.</param>
/// <param name="ExpiresAt">From when it is refused; null for never.</param>
public sealed record NewTokenBody(string Label, IReadOnlyList<string> Rights, DateTimeOffset? ExpiresAt = null);
