using System.Runtime.CompilerServices;
using Trawl.Api.Runs;

namespace Trawl.Hosting.Running;

/// <summary>A run that an engine of this process works on, and those who watch it.</summary>
internal sealed class ActiveRun(RunSnapshot first, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource _graceful = new();
    private readonly CancellationTokenSource _now = new(Timeout.InfiniteTimeSpan, clock);
    private volatile RunSnapshot _latest = first;
    private volatile TaskCompletionSource _changed = NewSignal();

    public string RunId { get; } = first.RunId;

    public CancellationToken StopGracefully => _graceful.Token;

    public CancellationToken StopNow => _now.Token;

    /// <summary>Ends the run as cancelled.</summary>
    public Action Cancel { get; set; } = static () => { };

    /// <summary>Completes when the engine has left the run; never faults.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    public RunSnapshot Latest => _latest;

    /// <summary>Nothing new begins; what is under way has that long, and is then broken off.</summary>
    public void Stop(TimeSpan within)
    {
        _graceful.Cancel();
        if (within > TimeSpan.Zero)
        {
            _now.CancelAfter(within);
        }
        else
        {
            _now.Cancel();
        }
    }

    public void Publish(RunSnapshot snapshot)
    {
        _latest = snapshot;
        Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();
    }

    public async IAsyncEnumerable<RunSnapshot> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RunSnapshot? shown = null;
        while (shown?.IsLast != true)
        {
            // The signal first: a picture that comes between the two lines wakes us at once.
            var changed = _changed.Task;
            var latest = _latest;
            if (ReferenceEquals(latest, shown))
            {
                await changed.WaitAsync(cancellationToken);
                continue;
            }

            shown = latest;
            yield return latest;
        }
    }

    public void Dispose()
    {
        _graceful.Dispose();
        _now.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
