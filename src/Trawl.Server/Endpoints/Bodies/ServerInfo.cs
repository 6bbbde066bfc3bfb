namespace Trawl.Server.Endpoints.Bodies;

/// <summary>What answers.</summary>
/// <param name="Product"><c>Trawl</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Api">Versions of the API it speaks.</param>
public sealed record ServerInfo(string Product, string Version, IReadOnlyList<string> Api);
