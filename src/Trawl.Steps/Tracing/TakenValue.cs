namespace Trawl.Steps.Tracing;

/// <summary>A value as it was taken from the page, before transforms.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Place">Where it stands; null for what is no part of the page (its URL, a constant).</param>
public sealed record TakenValue(string Text, NodePlace? Place);
