using System.Diagnostics;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Errors;

namespace Trawl.Plugins.Workers;

/// <summary>
/// A thread with at most one worker: starts it, gives it calls, asks after it when it idles, and sees its end. The thread
/// lives as long as the worker, since the kernel ends a worker with the thread that started it.
/// </summary>
internal sealed class WorkerSeat
{
    private readonly WorkerPool _pool;
    private readonly SupervisionLimits _limits;
    private readonly Thread _thread;
    private volatile Worker? _worker;
    private volatile Job? _job;
    private int _number;
    private long _idleSince = Stopwatch.GetTimestamp();

    public WorkerSeat(WorkerPool pool)
    {
        _pool = pool;
        _limits = pool.Options.Limits;
        _thread = new Thread(Run) { IsBackground = true, Name = $"trawl plugin {pool.Plugin.Plan.Name}" };
        _thread.Start();
    }

    public int? ProcessId => _worker?.ProcessId;

    /// <summary>Breaks off what is under way.</summary>
    public void Abandon() => _worker?.Abandon();

    public void AbandonIf(Job job)
    {
        if (_job == job) Abandon();
    }

    public void Join() => _thread.Join();

    private void Run()
    {
        try
        {
            while (true)
            {
                if (_pool.Take(_limits.Heartbeat) is { } job) Work(job);
                else if (_pool.IsClosed || !StaysIdle()) break;
            }
        }
        finally
        {
            Drop(_worker, politely: !_pool.IsClosed);
        }
    }

    /// <summary>Asks after the worker; false when the seat has idled long enough to go.</summary>
    private bool StaysIdle()
    {
        if (Stopwatch.GetElapsedTime(_idleSince) >= _limits.Idle && _pool.TryLeave(this)) return false;
        try
        {
            _worker?.Ping();
        }
        catch (WorkerLostException lost)
        {
            // Nothing was under way, so nothing is lost with it.
            _pool.Log.Note($"An idle worker {lost.Fault.Message}.");
            Drop(_worker, politely: false);
        }

        return true;
    }

    private void Work(Job job)
    {
        _job = job;
        for (var tried = 1; !job.IsCancelled && !TryWork(job, tried); tried++)
        {
        }

        _job = null;
        _idleSince = Stopwatch.GetTimestamp();
    }

    /// <summary>One try; true when the job is at its end, whatever that is.</summary>
    private bool TryWork(Job job, int tried)
    {
        try
        {
            if (Ensure(job) is not { } worker) return true;
            if (job.IsCancelled) return true;
            var answer = worker.Call(job.Meta, job.Blobs);
            if (answer.Op == Sdk.Wire.WireOp.Failure) job.Fail(Failed(job, Calls.AnswerReader.Failure(answer)));
            else Read(job, answer);
            _pool.Circuit.Finished();
            return true;
        }
        catch (WorkerLostException lost)
        {
            Drop(_worker, politely: false);
            if (job.IsCancelled || _pool.IsClosed)
            {
                job.Cancel();
                return true;
            }

            return Lose(job, lost.Fault, tried);
        }
    }

    private void Read(Job job, Sdk.Wire.WireMessage answer)
    {
        try
        {
            job.Answer(answer, _number);
        }
        catch (Exception fault) when (fault is Sdk.Wire.WireException or System.Text.Json.JsonException)
        {
            throw WorkerLostException.Of(ErrorCode.PluginProtocol, $"does not keep to the protocol: {fault.Message}");
        }
    }

    /// <summary>A worker that may do the job; null when the job has to end without.</summary>
    private Worker? Ensure(Job job)
    {
        if (_pool.Circuit.Verdict is { } verdict)
        {
            job.Fail(new PluginFault(ErrorCode.PluginGivenUp, verdict, SuspendsRun: true));
            return null;
        }

        if (job.OnlyBy is { } number && (_worker is null || number != _number))
        {
            job.Fail(new PluginFault(ErrorCode.PluginCrash, $"{_pool.Plugin} has another worker now."));
            return null;
        }

        return _worker ??= Start();
    }

    private Worker Start()
    {
        Pause();
        _number = _pool.NextNumber();
        var folder = Path.Combine(_pool.Options.TempFolder, FormattableString.Invariant($"{_pool.Plugin.Plan.Name}-{_number}"));
        return Worker.Start(_pool.Plugin, folder, _pool.Log, _limits, _pool.Services, _pool.Closing);
    }

    /// <summary>The first start after a death is at once; then pauses double.</summary>
    private void Pause()
    {
        var deaths = _pool.Circuit.Deaths;
        if (deaths < 2) return;
        var pause = _limits.Backoff * Math.Pow(2, Math.Min(deaths - 2, 16));
        _pool.WaitOrClose(pause < _limits.LongestBackoff ? pause : _limits.LongestBackoff);
    }

    private bool Lose(Job job, WorkerFault fault, int tried)
    {
        _pool.Circuit.Died(fault);
        _pool.Log.Note($"A worker {fault.Message}. It was at work on {job.Subject}.");
        if (_pool.Circuit.Verdict is { } verdict) job.Fail(new PluginFault(ErrorCode.PluginGivenUp, verdict, SuspendsRun: true));
        else if (tried >= _limits.Tries || job.OnlyBy is not null)
            job.Fail(new PluginFault(fault.Code, $"{_pool.Plugin} {fault.Message}. It was at work on {job.Subject}, for the {Ordinal(tried)} time."));
        else return false;
        return true;
    }

    private PluginFault Failed(Job job, string message) =>
        new(ErrorCode.PluginFailed, $"{_pool.Plugin} failed on {job.Subject}: {message}");

    private static string Ordinal(int number) => number switch { 1 => "first", 2 => "second", 3 => "third", _ => FormattableString.Invariant($"{number}th") };

    private void Drop(Worker? worker, bool politely)
    {
        _worker = null;
        if (politely) worker?.Dispose();
        else worker?.Kill();
    }
}
