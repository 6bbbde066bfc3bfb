namespace Trawl.Scheduling.Schedules;

/// <summary>When a pipeline is to be run, and by which rules.</summary>
public sealed record Schedule
{
    /// <summary>Its name: 1 to 64 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, unique in the home.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What is run: the absolute path of a pipeline's file, or a saved pipeline as <c>saved:NAME</c> or
    /// <c>saved:NAME@VERSION</c>. Read anew each time.
    /// </summary>
    public required string Pipeline { get; init; }

    /// <summary>Values for <c>${name}</c>.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>What makes it due.</summary>
    public required Trigger Trigger { get; init; }

    /// <summary>What becomes of a firing while an earlier run goes on.</summary>
    public Overlap Overlap { get; init; }

    /// <summary>What becomes of firings that were due while no scheduler was there.</summary>
    public Missed Missed { get; init; }

    /// <summary>
    /// Each firing is put off by up to this much, by a number that follows from name and time: many schedules of the
    /// same minute do not all begin at once, and it is the same after a restart.
    /// </summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>Who goes first when not all may run at once: −100 to 100, the higher the earlier.</summary>
    public int Priority { get; init; }

    /// <summary>Whether its runs may reach public addresses alone, because whoever made it may not reach others.</summary>
    public bool PublicOnly { get; init; }
}
