using Trawl.Steps.Tracing;

namespace Trawl.Steps.Probing;

/// <summary>One thing a selector found on a page.</summary>
/// <param name="Text">What a field would take from it, before transforms; null when it has none (no such attribute).</param>
/// <param name="Place">Where it stands.</param>
public sealed record SelectorMatch(string? Text, NodePlace Place);
