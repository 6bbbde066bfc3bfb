namespace Trawl.Ipc.Connections;

/// <summary>What a <see cref="PooledWriter"/> holds, as a value to send.</summary>
internal readonly record struct SpanSource(PooledWriter Writer);
