namespace Trawl.Mcp.Tools.Answers;

/// <summary>Records, and where the next page begins; null when this is the last.</summary>
internal sealed record RecordRows(IReadOnlyList<RecordRow> Records, long? Next, long Scanned);
