namespace Trawl.Ipc.Bench.Work.Messages;

/// <summary>What the tool found.</summary>
internal sealed record ToolResult(string Id, string Content, bool IsError);
