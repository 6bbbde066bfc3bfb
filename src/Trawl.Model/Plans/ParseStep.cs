namespace Trawl.Model.Plans;

/// <summary>Hands pages of one kind to a plugin that makes another document of them, before any rule sees them.</summary>
/// <param name="Plugin">The plugin's name in the pipeline.</param>
/// <param name="Urls">URL patterns one of which must match; empty matches every URL.</param>
/// <param name="ContentTypes">Content types one of which must match; empty matches every type.</param>
public sealed record ParseStep(string Plugin, IReadOnlyList<string> Urls, IReadOnlyList<string> ContentTypes);
