namespace Trawl.Engine.Seams.Fetching;

/// <summary>An answer of an earlier run that still holds.</summary>
/// <param name="At">When the exchange began that brought its body.</param>
/// <param name="Head">Its head as it is recorded: status line and fields, the blank line included.</param>
public sealed record KeptAnswer(DateTimeOffset At, ReadOnlyMemory<byte> Head);
