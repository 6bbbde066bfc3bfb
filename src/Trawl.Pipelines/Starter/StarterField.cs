namespace Trawl.Pipelines.Starter;

/// <summary>A field that a starter pipeline extracts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Yaml">Its value, as YAML.</param>
/// <param name="Comment">What was seen.</param>
/// <param name="Selector">CSS of the elements, where links can be followed by it.</param>
internal sealed record StarterField(string Name, string Yaml, string Comment, string? Selector = null);
