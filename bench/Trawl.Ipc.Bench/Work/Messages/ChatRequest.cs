namespace Trawl.Ipc.Bench.Work.Messages;

/// <summary>Asks a language model for an answer.</summary>
internal sealed record ChatRequest(uint Id, string Model, double Temperature, uint MaxTokens, ChatMessage[] Messages);
