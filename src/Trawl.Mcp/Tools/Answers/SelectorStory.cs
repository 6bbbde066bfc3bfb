namespace Trawl.Mcp.Tools.Answers;

internal sealed record SelectorStory(string? Selector, int Found, bool Chosen, IReadOnlyList<string> Taken);
