namespace Trawl.Plugins;

/// <summary>How patient the supervision of workers is.</summary>
public sealed record SupervisionLimits
{
    /// <summary>Time from a worker's start to its greeting.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Between two looks at the memory of a worker that is at work.</summary>
    public TimeSpan MemoryLook { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>An idle worker is asked this often whether it is there.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time for the answer to that.</summary>
    public TimeSpan HeartbeatAnswer { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A worker that had nothing to do for this long is ended.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time for a worker to end itself when asked to.</summary>
    public TimeSpan Goodbye { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Pause before the second start in a row that follows a death; doubles up to <see cref="LongestBackoff"/>.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest pause before a start.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Deaths without a finished call in between after which a plugin is given up.</summary>
    public int Deaths { get; init; } = 5;

    /// <summary>How many workers one call may cost by what it does: crash, leave, hang, take too much memory, answer nonsense.</summary>
    public int Tries { get; init; } = 2;

    /// <summary>
    /// How many workers may be killed from outside while they work on one call. More than <see cref="Tries"/>, since it is
    /// hardly the call's fault, and not without end, since the kernel kills what eats the machine's memory in the same way.
    /// </summary>
    public int OutsideTries { get; init; } = 6;
}
