namespace Trawl.Mcp.Tools.Answers;

internal sealed record TypeOutline(string Type, long Records, long Quarantined, int LookedAt, IReadOnlyList<FieldOutline> Fields);
