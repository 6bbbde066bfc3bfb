namespace Trawl.Mcp.Tools.Answers;

internal sealed record ReferenceAnswer(string Topic, string Text, IReadOnlyList<string> Sections);
