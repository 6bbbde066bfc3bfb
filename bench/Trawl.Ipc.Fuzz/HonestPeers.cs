namespace Trawl.Ipc.Fuzz;

/// <summary>Peers that behave, beside those that do not: each reply is checked. They call some hundred times a second.</summary>
internal sealed class HonestPeers : IDisposable
{
    private readonly IpcConnection[] _connections;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _tasks;
    private long _calls;
    private long _failures;

    public HonestPeers(IpcEndpoint endpoint)
    {
        _connections = [.. Enumerable.Range(0, 3).Select(_ => IpcConnection.Connect(endpoint).Unwrap())];
        _tasks = [.. _connections.Select((connection, i) => Task.Run(() => CallAsync(connection, new Random(i))))];
    }

    public long Calls => Volatile.Read(ref _calls);

    public long Failures => Volatile.Read(ref _failures);

    /// <summary>Stops calling and waits for the last replies.</summary>
    public void Stop()
    {
        _stop.Cancel();
        if (!Task.WaitAll(_tasks, TimeSpan.FromSeconds(60))) Interlocked.Increment(ref _failures);
    }

    public void Dispose()
    {
        foreach (var connection in _connections) connection.Dispose();
        _stop.Dispose();
    }

    private async Task CallAsync(IpcConnection connection, Random random)
    {
        do
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            var reply = await connection.CallAsync(Target.Echo, bytes);
            if (!reply.TryGet(out var echoed, out _) || !echoed.Span.SequenceEqual(bytes)) Interlocked.Increment(ref _failures);
            Interlocked.Increment(ref _calls);
            await Task.Delay(5);
        }
        while (!_stop.IsCancellationRequested);
    }
}
