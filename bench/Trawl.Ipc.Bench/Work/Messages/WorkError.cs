namespace Trawl.Ipc.Bench.Work.Messages;

/// <summary>An expected failure, as an answer.</summary>
internal sealed record WorkError(string Code, string Message);
