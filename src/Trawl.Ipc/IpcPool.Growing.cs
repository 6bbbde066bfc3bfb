using System.Diagnostics;
using Trawl.Ipc.Pooling;

namespace Trawl.Ipc;

/// <content>What happens when no connection is at hand.</content>
public sealed partial class IpcPool
{
    private static readonly IpcError s_closed = new(IpcErrorCode.Closed, "The pool was disposed of.");

    private async ValueTask<IpcResult<IpcLease>> AcquireSlowlyAsync(IdleConnection idle, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (idle.Connection is { } connection)
            {
                if (!NeedsPing(idle) || await AnswersAsync(connection, cancellation).ConfigureAwait(false))
                    return Leased(connection, isHit: true);
            }
            else if (TryReserve(began))
            {
                return await MakeAsync(cancellation).ConfigureAwait(false);
            }
            else if (await WaitAsync(began, cancellation).ConfigureAwait(false) is { } returned)
            {
                return Leased(returned, isHit: true);
            }

            if (_isDisposed) return s_closed;
            if (Stopwatch.GetElapsedTime(began) > _options.AcquireTimeout)
                return new IpcError(IpcErrorCode.TimedOut,
                    $"All {_options.MaxSize} connections of the pool were in use for {_options.AcquireTimeout.TotalSeconds:0.#} s.");
            idle = TakeIdle();
        }
    }

    // A place for a new connection: at once while there are few, otherwise only for those who have waited.
    private bool TryReserve(long began)
    {
        lock (_lock)
        {
            var mayGrow = _size < _options.MinSize || _size == 0 || Stopwatch.GetElapsedTime(began) >= _options.GrowAfter;
            if (_isDisposed || _size >= _options.MaxSize || !mayGrow) return false;
            _size++;
            return true;
        }
    }

    private async ValueTask<IpcResult<IpcLease>> MakeAsync(CancellationToken cancellation)
    {
        IpcConnection? made = null;
        try
        {
            var result = await IpcConnection.ConnectAsync(_endpoint, _options.Connection, cancellation: cancellation).ConfigureAwait(false);
            if (!result.TryGet(out made, out var error)) return error;
            lock (_lock) _made++;
            return Leased(made, isHit: false);
        }
        finally
        {
            if (made is null) GiveUpPlace();
        }
    }

    private void GiveUpPlace()
    {
        lock (_lock) _size--;
    }

    private async ValueTask<IpcConnection?> WaitAsync(long began, CancellationToken cancellation)
    {
        var waiter = new TaskCompletionSource<IpcConnection?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var since = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            // What was given back since the last look is taken by the next one.
            if (_idle.Count > 0 || _isDisposed) return null;
            _waiters.AddLast(waiter);
            _waits++;
        }

        var longest = Stopwatch.GetElapsedTime(began) < _options.GrowAfter ? _options.GrowAfter : _options.AcquireTimeout;
        var timer = Task.Delay(longest, TimeProvider.System, cancellation);
        await Task.WhenAny(waiter.Task, timer).ConfigureAwait(false);
        lock (_lock) _waitTicks += Stopwatch.GetTimestamp() - since;
        if (waiter.TrySetResult(null)) cancellation.ThrowIfCancellationRequested();
        return await waiter.Task.ConfigureAwait(false);
    }

    private async ValueTask<bool> AnswersAsync(IpcConnection connection, CancellationToken cancellation)
    {
        try
        {
            await connection.PingAsync(cancellation).WaitAsync(_options.PingTimeout, TimeProvider.System, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or IpcException)
        {
            connection.Dispose();
            lock (_lock) Discard();
            return false;
        }
    }
}
