namespace Trawl.Html.Selectors;

/// <summary>What stands behind <c>::</c> at the end of a selector.</summary>
/// <param name="Kind">What to take.</param>
/// <param name="Attribute">The attribute's name for <see cref="SelectorTakeKind.Attribute"/>, otherwise null.</param>
public readonly record struct SelectorTake(SelectorTakeKind Kind, string? Attribute = null);
