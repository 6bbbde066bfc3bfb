namespace Trawl.Pipelines.Starter;

/// <summary>Repeated elements of a page.</summary>
/// <param name="Selector">CSS that finds them.</param>
/// <param name="Elements">What it finds.</param>
internal sealed record ItemGroup(string Selector, IReadOnlyList<int> Elements);
