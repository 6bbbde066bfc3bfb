namespace Trawl.Mcp.Tools.Answers;

internal sealed record StartedRun(RunView Run, bool Created, IReadOnlyList<string> Warnings);
