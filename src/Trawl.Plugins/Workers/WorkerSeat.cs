using System.Diagnostics;
using Trawl.Engine.Seams.Plugins;
using Trawl.Engine.Seams.Store;
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
    private CancellationTokenSource _ended = new();
    private int _number;
    private int _startsInVain;
    private bool _isLeaving;
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
            while (!_isLeaving)
            {
                if (_pool.Take(_limits.Heartbeat, _ended.Token) is { } job) Work(job);
                else if (_pool.IsClosed || !StaysIdle()) break;
            }
        }
        finally
        {
            Drop(politely: !_pool.IsClosed);
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
            Drop(politely: false);
        }

        return true;
    }

    private void Work(Job job)
    {
        _job = job;
        var tries = new CallTries(_limits);
        while (!job.IsCancelled && !TryWork(job, tries))
        {
        }

        _job = null;
        _idleSince = Stopwatch.GetTimestamp();
    }

    /// <summary>One try; true when the job is out of this seat's hands, whatever came of it.</summary>
    private bool TryWork(Job job, CallTries tries)
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
            Drop(politely: false);
            if (job.IsCancelled || _pool.IsClosed)
            {
                job.Cancel();
                return true;
            }

            return Lose(job, lost.Fault, tries);
        }
        catch (RunStoreException unrecorded)
        {
            Drop(politely: false);
            job.Fail(new PluginFault(ErrorCode.PluginFailed, unrecorded.Message, SuspendsRun: true));
            return true;
        }
    }

    private void Read(Job job, Sdk.Wire.WireMessage answer)
    {
        try
        {
            job.Answer(answer, _number);
        }
        catch (Exception fault) when (fault is not WorkerLostException)
        {
            throw Worker.BrokenProtocol(fault);
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
        try
        {
            var worker = Worker.Start(_pool.Plugin, folder, _pool.Log, _limits, _pool.Services, WakerOf(_ended), _pool.Closing);
            _startsInVain = 0;
            return worker;
        }
        catch (WorkerLostException lost)
        {
            _startsInVain++;
            throw new WorkerLostException(lost.Fault with { Blame = WorkerBlame.Start });
        }
    }

    /// <summary>Wakes this seat when its worker ends while it has nothing to do.</summary>
    private static Action WakerOf(CancellationTokenSource ended) => () =>
    {
        try
        {
            ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The seat knows already, and has another worker or none.
        }
    };

    /// <summary>The first start after a death is at once; then pauses double.</summary>
    private void Pause()
    {
        var deaths = Math.Max(_pool.Circuit.Deaths, _startsInVain);
        if (deaths < 2) return;
        var pause = _limits.Backoff * Math.Pow(2, Math.Min(deaths - 2, 16));
        _pool.WaitOrClose(pause < _limits.LongestBackoff ? pause : _limits.LongestBackoff);
    }

    /// <summary>False when the job is to be tried again here.</summary>
    private bool Lose(Job job, WorkerFault fault, CallTries tries)
    {
        _pool.Circuit.Died(fault);
        _pool.Log.Note($"A worker {fault.Message}. {(fault.Blame == WorkerBlame.Start ? "It was wanted for" : "It was at work on")} {job.Subject}.");
        tries.Add(fault.Blame);
        if (_pool.Circuit.Verdict is { } verdict) job.Fail(new PluginFault(ErrorCode.PluginGivenUp, verdict, SuspendsRun: true));
        else if (tries.AreOver || (job.OnlyBy is not null && fault.Blame != WorkerBlame.Start))
            job.Fail(new PluginFault(fault.Code, $"{_pool.Plugin} {fault.Message}. It was at work on {job.Subject}, for the {Ordinal(tries.Lost)} time."));
        else if (_startsInVain >= _limits.Deaths) Leave(job);
        else return false;
        return true;
    }

    /// <summary>Others finish calls, or the plugin would have been given up: they may have better luck with this one.</summary>
    private void Leave(Job job)
    {
        _isLeaving = true;
        _pool.HandBack(this, job);
    }

    private PluginFault Failed(Job job, string message) =>
        new(ErrorCode.PluginFailed, $"{_pool.Plugin} failed on {job.Subject}: {message}");

    private static string Ordinal(int number) => number switch { 1 => "first", 2 => "second", 3 => "third", _ => FormattableString.Invariant($"{number}th") };

    private void Drop(bool politely)
    {
        var worker = _worker;
        _worker = null;
        if (politely) worker?.Dispose();
        else worker?.Kill();
        _ended.Dispose();
        _ended = new CancellationTokenSource();
    }
}
