namespace Trawl.Ipc.Streams;

/// <summary>The items of a stream for <c>await foreach</c>, once.</summary>
internal sealed class ItemReader<T>(ItemQueue<T> queue, Action? abandon) : IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private CancellationTokenRegistration _cancellation;
    private int _isTaken;

    public T Current => queue.Current;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isTaken, 1) != 0) throw new InvalidOperationException("A stream can be read once.");
        _cancellation = cancellationToken.UnsafeRegister(static reader => ((ItemReader<T>)reader!).Cancel(), this);
        return this;
    }

    public ValueTask<bool> MoveNextAsync() => queue.MoveNextAsync();

    /// <summary>Who stops reading early no longer wants the call.</summary>
    public ValueTask DisposeAsync()
    {
        _cancellation.Dispose();
        abandon?.Invoke();
        return ValueTask.CompletedTask;
    }

    private void Cancel()
    {
        queue.End(new(IpcErrorCode.Cancelled, "The caller cancelled."));
        abandon?.Invoke();
    }
}
