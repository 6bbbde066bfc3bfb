using Trawl.Model.Plans;

namespace Trawl.Steps.Tracing;

/// <summary>A selector's trace while its finds are read.</summary>
internal sealed class SelectorDraft(SelectorSpec? selector, int index)
{
    public int Index => index;

    public int Count { get; init; }

    public bool Chosen { get; set; }

    public List<TakenValue> Taken { get; } = [];

    public List<TransformTrace> Transforms { get; } = [];

    /// <summary>What the transform at work was given.</summary>
    public IReadOnlyList<string> Before { get; set; } = [];

    public SelectorTrace End() => new(selector, Count, Chosen, Taken, Transforms);
}
