namespace Trawl.Pipelines.Starter;

/// <summary>A link to further pages.</summary>
/// <param name="Selector">CSS that finds it.</param>
/// <param name="Comment">What was seen.</param>
internal sealed record StarterLink(string Selector, string Comment);
