using System.Diagnostics;
using Trawl.Ipc.Diagnostics;
using Trawl.Ipc.Pooling;

namespace Trawl.Ipc;

/// <summary>
/// Connections to one endpoint for exclusive use: the last one given back is the next one handed out, so that warm memory
/// stays in use and cold connections are noticed. For most uses one <see cref="IpcConnection"/> for all threads is better.
/// </summary>
public sealed partial class IpcPool : IDisposable
{
    private readonly Lock _lock = new();
    private readonly IpcEndpoint _endpoint;
    private readonly IpcPoolOptions _options;
    private readonly List<IdleConnection> _idle = [];
    private readonly LinkedList<TaskCompletionSource<IpcConnection?>> _waiters = new();
    private int _size;
    private bool _isDisposed;
    private long _acquires;
    private long _hits;
    private long _waits;
    private long _waitTicks;
    private long _made;
    private long _broken;
    private long _shrunk;

    /// <summary>A pool that makes its first connection when first asked.</summary>
    public IpcPool(IpcEndpoint endpoint, IpcPoolOptions? options = null)
    {
        (_endpoint, _options) = (endpoint, options ?? new());
        if (_options.MinSize < 0 || _options.MaxSize < Math.Max(1, _options.MinSize))
            throw new ArgumentException("MaxSize must be at least 1 and MinSize.", nameof(options));
        LiveConnections.Add(this);
    }

    /// <summary>What it has done so far.</summary>
    public IpcPoolCounters Counters
    {
        get
        {
            lock (_lock)
                return new(_size, _idle.Count, _acquires, _hits, _waits, Stopwatch.GetElapsedTime(0, _waitTicks), _made, _broken, _shrunk);
        }
    }

    /// <summary>A connection that is open, and answers if it was idle for long.</summary>
    public ValueTask<IpcResult<IpcLease>> AcquireAsync(CancellationToken cancellation = default)
    {
        var idle = TakeIdle();
        if (idle.Connection is { } connection && !NeedsPing(idle)) return new(Leased(connection, isHit: true));
        return AcquireSlowlyAsync(idle, cancellation);
    }

    /// <summary>Closes idle connections now and others when they are given back.</summary>
    public void Dispose()
    {
        List<IdleConnection> idle;
        lock (_lock)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            idle = [.. _idle];
            _idle.Clear();
            _size -= idle.Count;
            foreach (var waiter in _waiters) waiter.TrySetResult(null);
        }

        LiveConnections.Remove(this);
        foreach (var left in idle) left.Connection.Dispose();
    }

    internal void Return(IpcConnection connection)
    {
        lock (_lock)
        {
            if (_isDisposed || !connection.IsOpen) Discard();
            else if (TryHandOver(connection)) return;
            else _idle.Add(new(connection, _options.Clock.GetTimestamp()));
        }

        if (_isDisposed) connection.Dispose();
        Shrink();
    }

    private IpcResult<IpcLease> Leased(IpcConnection connection, bool isHit)
    {
        lock (_lock)
        {
            _acquires++;
            if (isHit) _hits++;
        }

        return new IpcLease(this, connection);
    }

    // Under the lock. Those who wait longest are served first; one that has just given up refuses.
    private bool TryHandOver(IpcConnection connection)
    {
        while (_waiters.First is { } first)
        {
            _waiters.RemoveFirst();
            if (first.Value.TrySetResult(connection)) return true;
        }

        return false;
    }

    // Under the lock. A place has become free: somebody who waits may make a connection of his own.
    private void Discard()
    {
        _size--;
        _broken++;
        if (_waiters.First is not { } first) return;
        _waiters.RemoveFirst();
        first.Value.TrySetResult(null);
    }

    private IdleConnection TakeIdle()
    {
        lock (_lock)
        {
            while (_idle.Count > 0)
            {
                var last = _idle[^1];
                _idle.RemoveAt(_idle.Count - 1);
                if (last.Connection.IsOpen) return last;
                Discard();
            }
        }

        return default;
    }

    private bool NeedsPing(IdleConnection idle) => _options.Clock.GetElapsedTime(idle.Since) > _options.PingAfter;

    // The ones idle longest stand first.
    private void Shrink()
    {
        while (true)
        {
            IpcConnection old;
            lock (_lock)
            {
                if (_size <= _options.MinSize || _idle.Count == 0 || _options.Clock.GetElapsedTime(_idle[0].Since) <= _options.ShrinkAfter) return;
                old = _idle[0].Connection;
                _idle.RemoveAt(0);
                _size--;
                _shrunk++;
            }

            old.Dispose();
        }
    }
}
