using Trawl.Model.Plans;

namespace Trawl.Steps.Probing;

/// <summary>A selector that is much like one that finds nothing, and finds something.</summary>
/// <param name="Selector">The selector.</param>
/// <param name="Count">How much it finds on the page.</param>
/// <param name="Sample">The text of the first find.</param>
public sealed record Alternative(SelectorSpec Selector, int Count, string Sample);
