using Trawl.Model.Plans;

namespace Trawl.Steps;

/// <summary>How much a selector found on a page.</summary>
/// <param name="Use">
/// What it is for: <c>condition</c>, <c>follow</c>, <c>item</c> (the records of a type), <c>item.price</c> (a field).
/// </param>
/// <param name="Selector">The selector.</param>
/// <param name="Count">What it found; for a field of records, in all of them together.</param>
public sealed record SelectorFinding(string Use, SelectorSpec Selector, int Count);
