namespace Trawl.Ipc.Codecs;

/// <summary>
/// Turns values into bytes where the bytes are to be, and bytes that nobody vouches for into values. One instance serves all
/// threads.
/// </summary>
/// <typeparam name="T">Type of the values.</typeparam>
public interface IIpcCodec<T>
{
    /// <summary>An upper bound of what <see cref="Write"/> will need, or -1 when the codec is an <see cref="IIpcBufferCodec{T}"/>.</summary>
    int MaxSize(T value);

    /// <summary>Writes the value, without reading what stands there: it is shared memory. Returns the bytes written.</summary>
    int Write(T value, Span<byte> target);

    /// <summary>Reads a value. False when the bytes are not one: never an exception, never more memory than the bytes justify.</summary>
    bool TryRead(ReadOnlySpan<byte> source, out T value);
}
