namespace Trawl.Ipc.Bench.Work.Messages;

/// <summary>What an answer cost.</summary>
internal sealed record TokenUsage(uint PromptTokens, uint CompletionTokens);
