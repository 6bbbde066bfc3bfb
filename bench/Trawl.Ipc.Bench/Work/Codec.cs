using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Work;

/// <summary>Turns the workload's messages into bytes and back; each message whole, nothing lazily.</summary>
internal abstract class Codec
{
    /// <summary>A bound for the bytes that <see cref="Write"/> will write.</summary>
    internal abstract int Measure(object message);

    /// <summary>The number of bytes written.</summary>
    internal abstract int Write(object message, Span<byte> target);

    /// <summary>What a stream is made of: without the search that a generic virtual call costs each time.</summary>
    internal abstract Delta ReadDelta(ReadOnlySpan<byte> body);

    internal abstract T Read<T>(ReadOnlySpan<byte> body)
        where T : class;
}
