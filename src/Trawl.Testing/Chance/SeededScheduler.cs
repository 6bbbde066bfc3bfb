using Trawl.Testing.Time;

namespace Trawl.Testing.Chance;

/// <summary>
/// Runs tasks on one thread in an order drawn from a seed, and moves a <see cref="VirtualClock"/> when nothing can
/// run. The same seed gives the same execution, so a failure found by chance can be repeated at will.
/// </summary>
public sealed class SeededScheduler : TaskScheduler
{
    private readonly List<Task> _runnable = [];
    private readonly VirtualClock _clock;
    private readonly Random _chance;

    /// <summary>Makes a scheduler.</summary>
    /// <param name="seed">Decides every choice.</param>
    /// <param name="clock">Moved to its next timer when no task can run.</param>
    public SeededScheduler(int seed, VirtualClock clock)
    {
        _chance = new Random(seed);
        _clock = clock;
    }

    /// <summary>Steps made so far: tasks run and timers fired.</summary>
    public long Steps { get; private set; }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Starts work on this scheduler.</summary>
    public Task Start(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

    /// <summary>Runs until the task has ended.</summary>
    /// <param name="until">The task to wait for.</param>
    /// <param name="maxSteps">More than this is taken for a livelock.</param>
    /// <exception cref="InvalidOperationException">Nothing can run and no timer is armed, or too many steps.</exception>
    public void RunUntil(Task until, long maxSteps = 1_000_000)
    {
        var last = Steps + maxSteps;
        while (!until.IsCompleted)
        {
            if (!Step())
            {
                throw new InvalidOperationException("Deadlock: nothing can run, no timer is armed, and the work has not ended.");
            }

            if (Steps > last)
            {
                throw new InvalidOperationException($"Livelock: the work has not ended after {maxSteps} steps.");
            }
        }
    }

    /// <summary>Makes steps until a condition holds.</summary>
    /// <exception cref="InvalidOperationException">Nothing can run and no timer is armed.</exception>
    public void RunUntil(Func<bool> condition)
    {
        while (!condition())
        {
            if (!Step())
            {
                throw new InvalidOperationException("Deadlock: nothing can run and no timer is armed.");
            }
        }
    }

    /// <summary>Makes one step; false when there is nothing to do.</summary>
    public bool Step()
    {
        Steps++;
        var before = SynchronizationContext.Current;
        try
        {
            // A test runner's context would carry continuations away from here.
            SynchronizationContext.SetSynchronizationContext(null);
            return _runnable.Count == 0 ? _clock.FireNext() : RunOne();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    /// <summary>Forgets everything that could still run, timers included: the process is dead.</summary>
    public void Kill()
    {
        _runnable.Clear();
        _clock.DisarmAll();
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => _runnable.Add(task);

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => _runnable;

    private bool RunOne()
    {

        var index = _chance.Next(_runnable.Count);
        var task = _runnable[index];
        _runnable[index] = _runnable[^1];
        _runnable.RemoveAt(_runnable.Count - 1);
        TryExecuteTask(task);
        return true;
    }
}
