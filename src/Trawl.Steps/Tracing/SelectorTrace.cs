using Trawl.Model.Plans;

namespace Trawl.Steps.Tracing;

/// <summary>A selector of a field that was asked.</summary>
/// <param name="Selector">The selector.</param>
/// <param name="Count">How much it found.</param>
/// <param name="Chosen">Whether the field's value comes from it: the first that gives a text.</param>
/// <param name="Taken">What was taken from its finds.</param>
/// <param name="Transforms">What the transforms made of that, in order.</param>
public sealed record SelectorTrace(
    SelectorSpec? Selector,
    int Count,
    bool Chosen,
    IReadOnlyList<TakenValue> Taken,
    IReadOnlyList<TransformTrace> Transforms);
