using System.Threading.Channels;
using Trawl.Engine.Admission;
using Trawl.Engine.Attempts;
using Trawl.Engine.Hosts;
using Trawl.Engine.Seams.Budgets;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;
using Trawl.Model.Plans;
using Trawl.Model.Runs;

namespace Trawl.Engine.Running;

/// <summary>
/// The one owner of a run's live state. Everything that happens comes in through the inbox; each turn takes what is
/// there, hands out requests that may go, and sends what became final to the store. No locks: nothing else writes here.
/// </summary>
internal sealed partial class RunLoop
{
    private readonly Channel<LoopEvent> _inbox = Channel.CreateUnbounded<LoopEvent>(new() { SingleReader = true });
    private readonly RunEngineOptions _options;
    private readonly RunOpening _opening;
    private readonly PipelinePlan _plan;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _startedAt;
    private readonly AttemptRunner _runner;
    private readonly LinkAdmission _admission;
    private readonly RobotsReader _robots;
    private readonly StartAdmission _start;
    private readonly RetryPolicy _retry;
    private readonly IBudget _budget;
    private readonly ITimer _timer;
    private RunState _state;
    private EndReason _end;
    private string? _reason;
    private int _inFlight;
    private Exception? _broken;

    public RunLoop(RunEngineOptions options, RunOpening opening)
    {
        _options = options;
        _opening = opening;
        _plan = opening.Plan;
        _clock = options.Clock;
        _state = opening.State;
        _startedAt = _clock.GetUtcNow();
        _counters = opening.Counters;
        _nextWaitingAt = opening.NextWaitingAt;
        _cancelRequested = opening.CancelRequested;
        _retry = new RetryPolicy(_plan.Fetch, options.Seed);
        _budget = options.Budget(_plan);
        var form = new UrlForm(_plan.Canonical, options.Seal);
        _admission = new LinkAdmission(_plan, form);
        _robots = new RobotsReader(_plan, options.Store, options.Fetcher, _clock, _retry, form);
        _start = new StartAdmission(_plan, _admission, AdmitAsync, options.Source);
        _runner = new AttemptRunner(
            _plan, options.Fetcher, options.Pages(_plan), _admission,
            new SitemapReading(_plan, _admission, AdmitAsync), _retry, _clock);
        _timer = _clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        options.Governor?.Watch(Wake);
    }

    public async Task<RunResult> RunAsync()
    {
        try
        {
            return await ExecuteAsync();
        }
        finally
        {
            _attempts.Cancel();
            await _timer.DisposeAsync();
        }
    }

    private async Task<RunResult> ExecuteAsync()
    {
        if (IsFinal(_state))
        {
            return new RunResult(_state, null, _counters, _opening.Elapsed, []);
        }

        if (_state != RunState.Publishing)
        {
            Begin();
            await WorkAsync();
        }

        return _state == RunState.Publishing ? await PublishAsync() : Result([]);
    }

    private void Begin()
    {
        _state = RunState.Running;
        foreach (var host in _opening.Hosts)
        {
            Enlist(host);
        }

        Note(JournalKind.RunStarted, null, JournalData.Started(_opening));
        _admissionOpen = true;
        Spawn(AdmitStartAsync);
    }

    private async Task AdmitStartAsync()
    {
        var fault = await _start.RunAsync(_opening.StartPointsAdmitted, _attempts.Token);
        Send(fault is null ? new LoopEvent.AdmissionEnded() : new LoopEvent.Suspended(fault));
    }

    /// <summary>Until everything is settled, or as far as it goes, and the end is durable.</summary>
    private async Task WorkAsync()
    {
        while (true)
        {
            TakeInbox();
            ThrowIfBroken();
            HeedGovernor();
            ConsiderStopping();
            if (!BudgetReached())
            {
                Dispatch();
            }

            if (ConsiderEnd())
            {
                return;
            }

            ConsiderCommit();
            Report(final: false);
            ArmTimer();
            await _inbox.Reader.WaitToReadAsync();
        }
    }

    private void TakeInbox()
    {
        while (_inbox.Reader.TryRead(out var next))
        {
            switch (next)
            {
                case LoopEvent.Attempted attempted: OnAttempted(attempted.Flight, attempted.Result); break;
                case LoopEvent.Committed committed: OnCommitted(committed.Batch, committed.Result); break;
                case LoopEvent.RobotsRead read: OnRobotsRead(read.Flight, read.Outcome); break;
                case LoopEvent.Admitted admitted when !_ended: _admitted.Add(admitted); break;
                case LoopEvent.AdmissionEnded: _admissionOpen = false; break;
                case LoopEvent.Suspended suspended: Suspend(suspended.Reason); break;
                case LoopEvent.Woken: _armedFor = DateTimeOffset.MaxValue; break;
                case LoopEvent.Broken broken: _broken ??= broken.Error; break;
            }
        }
    }

    private void ThrowIfBroken()
    {
        if (_broken is { } error)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        }
    }

    /// <summary>Starts work beside the loop, on the scheduler the loop runs on (a simulation controls it).</summary>
    private void Spawn(Func<Task> work) =>
        _ = Task.Factory.StartNew(() => GuardAsync(work), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);

    /// <summary>A failed write is never tried again (nobody knows what the disk holds), and a bug must not hang the run.</summary>
    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (_attempts.IsCancellationRequested)
        {
            // The run stops; the next engine goes on from what is durable.
        }
        catch (Exception error)
        {
            Send(new LoopEvent.Broken(error));
        }
    }

    private void Send(LoopEvent happened) => _inbox.Writer.TryWrite(happened);

    private void Wake() => Send(LoopEvent.Woken.Instance);

    private static bool IsFinal(RunState state) => state is RunState.Completed or RunState.Failed or RunState.Cancelled;
}
