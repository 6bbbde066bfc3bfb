using Trawl.Ipc.Diagnostics;

namespace Trawl.Cli.Summaries;

/// <summary>What <c>trawl ipc top --json</c> prints.</summary>
internal sealed record IpcTopDocument(IReadOnlyList<IpcProcessStats> Processes);
