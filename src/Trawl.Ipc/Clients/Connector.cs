using System.Diagnostics;
using Trawl.Ipc.Diagnostics;

namespace Trawl.Ipc.Clients;

/// <summary>Holds one connection and replaces it when it breaks. Many may ask at once; one connects.</summary>
internal sealed class Connector(IpcEndpoint endpoint, IpcClientOptions options, IpcHandlers? handlers) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Random _chance = new(Environment.ProcessId);
    private IpcConnection? _connection;
    private long _reconnects;
    private volatile bool _isDisposed;

    public IpcClientOptions Options => options;

    public long Reconnects => Volatile.Read(ref _reconnects);

    public IpcConnection? Current => Volatile.Read(ref _connection) is { IsOpen: true, IsLeaving: false } connection ? connection : null;

    public async ValueTask<IpcResult<IpcConnection>> ConnectAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return Current is { } current ? current : await TryConnectAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        Volatile.Read(ref _connection)?.Dispose();
    }

    private async ValueTask<IpcResult<IpcConnection>> TryConnectAsync(CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            if (_isDisposed) return new IpcError(IpcErrorCode.Closed, "The client was disposed of.");
            var result = await IpcConnection.ConnectAsync(endpoint, WithToken(), handlers, cancellation).ConfigureAwait(false);
            if (result.TryGet(out var connection, out var error)) return Keep(connection);
            if (error.Code is IpcErrorCode.Refused or IpcErrorCode.Unsupported || Stopwatch.GetElapsedTime(began) > options.ReconnectTimeout)
                return error;
            await Task.Delay(Backoff.Before(attempt, _chance), TimeProvider.System, cancellation).ConfigureAwait(false);
        }
    }

    private IpcOptions WithToken() => options.NextToken is { } next ? options with { Token = next() } : options;

    private IpcConnection Keep(IpcConnection connection)
    {
        var before = Interlocked.Exchange(ref _connection, connection);
        if (_isDisposed) connection.Dispose();
        if (before is null) return connection;
        Interlocked.Increment(ref _reconnects);
        LiveConnections.Reconnected();
        options.OnReconnected?.Invoke(connection);
        return connection;
    }
}
