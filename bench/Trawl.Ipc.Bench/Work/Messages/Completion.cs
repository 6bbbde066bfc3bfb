namespace Trawl.Ipc.Bench.Work.Messages;

/// <summary>A whole answer.</summary>
internal sealed record Completion(
    string Id, string Model, double Created, string Content, string FinishReason, TokenUsage Usage);
