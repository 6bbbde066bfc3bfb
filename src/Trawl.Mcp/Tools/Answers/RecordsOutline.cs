namespace Trawl.Mcp.Tools.Answers;

internal sealed record RecordsOutline(IReadOnlyList<TypeOutline> Types);
