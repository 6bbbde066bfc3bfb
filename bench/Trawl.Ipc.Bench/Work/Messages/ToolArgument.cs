namespace Trawl.Ipc.Bench.Work.Messages;

/// <summary>A named argument of a tool call.</summary>
internal sealed record ToolArgument(string Name, string Value);
