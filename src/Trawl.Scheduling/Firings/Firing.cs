namespace Trawl.Scheduling.Firings;

/// <summary>One time that a schedule was due, and what became of it.</summary>
/// <param name="Id">Its number in the home; never reused.</param>
/// <param name="Schedule">The schedule's name.</param>
/// <param name="Due">When it was due.</param>
/// <param name="NotBefore">When it may start: due, put off by the jitter.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="RunId">Its run; null when there is none.</param>
/// <param name="Reason">Why it was skipped, or why it waits; null when there is nothing to say.</param>
/// <param name="Outcome">How its run ended; null before.</param>
public sealed record Firing(
    long Id, string Schedule, DateTimeOffset Due, DateTimeOffset NotBefore, FiringState State, string? RunId, string? Reason, FiringOutcome? Outcome)
{
    /// <summary>The wish to start, by a name of its own: however often it is made, one run comes of it.</summary>
    public string Key => FormattableString.Invariant($"schedule-{Schedule}-{Id}-{Due.ToUnixTimeMilliseconds()}");
}
