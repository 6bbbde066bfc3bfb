namespace Trawl.Scheduling;

/// <summary>What came of starting a scheduled run.</summary>
/// <param name="RunId">The run; null when there is none.</param>
/// <param name="Problem">Why there is none; null when there is.</param>
/// <param name="IsForGood">Whether trying again is of no use: the pipeline has errors, its file is gone.</param>
public sealed record ScheduledStart(string? RunId, string? Problem = null, bool IsForGood = false);
