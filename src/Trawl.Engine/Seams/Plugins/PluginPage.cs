namespace Trawl.Engine.Seams.Plugins;

/// <summary>What a plugin is told of a page beside its body.</summary>
/// <param name="Url">Where it was fetched from.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Content-Type as received; null for none.</param>
/// <param name="FetchedAt">When it was fetched.</param>
public sealed record PluginPage(string Url, int Status, string? ContentType, DateTimeOffset FetchedAt);
