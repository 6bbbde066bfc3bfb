namespace Trawl.Ipc.Bench.Work.Messages;

/// <summary>Asks a tool to do something.</summary>
internal sealed record ToolCall(string Id, string Name, ToolArgument[] Arguments);
