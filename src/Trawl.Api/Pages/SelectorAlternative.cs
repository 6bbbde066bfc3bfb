namespace Trawl.Api.Pages;

/// <summary>A selector that finds something.</summary>
/// <param name="Selector">The selector.</param>
/// <param name="Count">How much it finds on the page.</param>
/// <param name="Sample">The text of the first find.</param>
public sealed record SelectorAlternative(string Selector, int Count, string Sample);
