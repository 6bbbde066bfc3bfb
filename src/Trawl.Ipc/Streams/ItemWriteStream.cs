namespace Trawl.Ipc.Streams;

/// <summary>What is written goes out in items of at most <see cref="MaxItem"/> bytes. A stream that is over throws <see cref="IpcException"/>.</summary>
internal sealed class ItemWriteStream(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<IpcError?>> write) : ByteStream
{
    public const int MaxItem = 64 * 1024;

    public override bool CanWrite => true;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (; !buffer.IsEmpty; buffer = buffer[Math.Min(buffer.Length, MaxItem)..])
            if (await write(buffer[..Math.Min(buffer.Length, MaxItem)], cancellationToken).ConfigureAwait(false) is { } error) throw new IpcException(error);
    }

    public override void Write(ReadOnlySpan<byte> buffer) => WriteAsync(buffer.ToArray()).AsTask().GetAwaiter().GetResult();
}
