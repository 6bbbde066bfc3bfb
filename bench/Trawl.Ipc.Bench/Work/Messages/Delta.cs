namespace Trawl.Ipc.Bench.Work.Messages;

/// <summary>A piece of a streamed answer; the last has a reason to finish.</summary>
internal sealed record Delta(uint Index, string Content, string? FinishReason);
