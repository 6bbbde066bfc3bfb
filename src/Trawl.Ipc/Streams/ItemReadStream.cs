namespace Trawl.Ipc.Streams;

/// <summary>The items of a stream of bytes, as one <see cref="Stream"/> to read from. Failures come as <see cref="IpcException"/>.</summary>
internal sealed class ItemReadStream(IAsyncEnumerable<ReadOnlyMemory<byte>> items) : ByteStream
{
    private readonly IAsyncEnumerator<ReadOnlyMemory<byte>> _items = items.GetAsyncEnumerator();
    private ReadOnlyMemory<byte> _rest;

    public override bool CanRead => true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;
        cancellationToken.ThrowIfCancellationRequested();
        while (_rest.IsEmpty)
        {
            // Empty items are no end.
            if (!await _items.MoveNextAsync().ConfigureAwait(false)) return 0;
            _rest = _items.Current;
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override int Read(Span<byte> buffer)
    {
        var copy = new byte[buffer.Length];
        var count = ReadAsync(copy).AsTask().GetAwaiter().GetResult();
        copy.AsSpan(0, count).CopyTo(buffer);
        return count;
    }

    public override async ValueTask DisposeAsync()
    {
        await _items.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _ = _items.DisposeAsync();
        base.Dispose(disposing);
    }
}
