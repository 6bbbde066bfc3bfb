namespace Trawl.Mcp.Tools.Answers;

internal sealed record RecordOutline(string Type, IReadOnlyList<string> Key, IReadOnlyList<string> Fields);
