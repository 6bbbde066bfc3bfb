using Trawl.Api.Pages;

namespace Trawl.Api.Lineage;

/// <summary>What one selector of a field gave.</summary>
/// <param name="Selector">The selector; null for a field that takes from the record's element itself, or from no element.</param>
/// <param name="Count">How much it found.</param>
/// <param name="Chosen">Whether the value comes from it.</param>
/// <param name="Taken">What was taken, at most 1,000 values.</param>
/// <param name="Transforms">What the transforms made of it, in order.</param>
public sealed record SelectorLineage(
    SelectorText? Selector,
    int Count,
    bool Chosen,
    IReadOnlyList<SelectedNode> Taken,
    IReadOnlyList<TransformStep> Transforms);
