namespace Trawl.Ipc.Bench.Work.Messages;

/// <summary>One turn of a conversation.</summary>
internal sealed record ChatMessage(string Role, string Content);
