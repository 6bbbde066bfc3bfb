namespace Trawl.Ipc.Bench.Channels;

/// <summary>A frame that came in; valid until the next is received.</summary>
internal readonly ref struct Frame(byte kind, uint id, ReadOnlySpan<byte> body)
{
    internal byte Kind { get; } = kind;

    internal uint Id { get; } = id;

    internal ReadOnlySpan<byte> Body { get; } = body;
}
