using System.Collections.Concurrent;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Errors;
using Trawl.Plugins.Calls;
using Trawl.Plugins.Logs;

namespace Trawl.Plugins.Workers;

/// <summary>
/// The workers of one plugin: started when there is something to do, more of them when calls wait, fewer when they idle.
/// </summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly BlockingCollection<Job> _queue = [];
    private readonly Lock _lock = new();
    private readonly List<WorkerSeat> _seats = [];
    private readonly CancellationTokenSource _closing = new();
    private int _numbers;
    private int _waiting;
    private bool _isClosed;

    public WorkerPool(PluginIdentity plugin, PluginRuntimeOptions options, EngineServices services)
    {
        (Plugin, Options, Services) = (plugin, options, services);
        Log = new WorkerLog(Path.Combine(options.LogFolder, plugin.Plan.Name + ".log"));
        Circuit = new CircuitBreaker(plugin, options.Limits.Deaths);
    }

    public PluginIdentity Plugin { get; }

    public PluginRuntimeOptions Options { get; }

    public EngineServices Services { get; }

    public WorkerLog Log { get; }

    public CircuitBreaker Circuit { get; }

    /// <summary>Process ids of the workers that live now.</summary>
    public IReadOnlyList<int> Processes
    {
        get
        {
            lock (_lock) return [.. _seats.Select(seat => seat.ProcessId).OfType<int>()];
        }
    }

    /// <summary>Has a worker do the job; it ends with an answer, a fault, or as cancelled, and always ends.</summary>
    public async Task<JobResult<T>> RunAsync<T>(Job<T> job, CancellationToken cancellationToken) where T : class
    {
        using var registration = cancellationToken.Register(() => Cancel(job));
        if (Circuit.Verdict is { } verdict) job.Fail(new PluginFault(ErrorCode.PluginGivenUp, verdict, SuspendsRun: true));
        else Enqueue(job);
        return await job.Task;
    }

    /// <summary>Waits, but not beyond the pool's end.</summary>
    public void WaitOrClose(TimeSpan time) => _closing.Token.WaitHandle.WaitOne(time);

    /// <summary>Cancelled when the pool closes.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>The next job for a seat; null when none came in time, the seat's worker ended or the pool closes.</summary>
    public Job? Take(TimeSpan patience, CancellationToken ended)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            return _queue.TryTake(out var job, (int)patience.TotalMilliseconds, ended) ? job : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public bool IsClosed
    {
        get
        {
            lock (_lock) return _isClosed;
        }
    }

    /// <summary>A number for the next worker, never given twice.</summary>
    public int NextNumber() => Interlocked.Increment(ref _numbers);

    /// <summary>Lets a seat go that found nothing to do; false when something came in this moment.</summary>
    public bool TryLeave(WorkerSeat seat)
    {
        lock (_lock)
        {
            if (_queue.Count > 0 && !_isClosed) return false;
            _seats.Remove(seat);
            return true;
        }
    }

    /// <summary>Lets a seat go that cannot start a worker; its job is for the others, or for a new one.</summary>
    public void HandBack(WorkerSeat seat, Job job)
    {
        lock (_lock)
        {
            _seats.Remove(seat);
            if (_isClosed) job.Cancel();
            else _queue.Add(job);
            if (!_isClosed && _seats.Count == 0) _seats.Add(new WorkerSeat(this));
        }
    }

    /// <summary>Ends all workers, those at work too, and waits until they are gone.</summary>
    public void Dispose()
    {
        WorkerSeat[] seats;
        lock (_lock)
        {
            if (_isClosed) return;
            _isClosed = true;
            seats = [.. _seats];
        }

        _closing.Cancel();
        _queue.CompleteAdding();
        while (_queue.TryTake(out var job)) job.Cancel();
        foreach (var seat in seats) seat.Abandon();
        foreach (var seat in seats) seat.Join();
        Log.Dispose();
        _closing.Dispose();
    }

    private void Enqueue(Job job)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                job.Cancel();
                return;
            }

            _queue.Add(job);
            // A seat that waits takes it; one is added when calls are more than those who wait.
            if (_queue.Count > Volatile.Read(ref _waiting) && MayGrow()) _seats.Add(new WorkerSeat(this));
        }
    }

    private bool MayGrow() => Options.Governor?.MayAddWorker(_seats.Count, Plugin.Plan.Workers, Plugin.Memory)
        ?? _seats.Count < (Plugin.Plan.Workers ?? Environment.ProcessorCount);

    private void Cancel(Job job)
    {
        job.Cancel();
        lock (_lock)
        {
            foreach (var seat in _seats) seat.AbandonIf(job);
        }
    }
}
