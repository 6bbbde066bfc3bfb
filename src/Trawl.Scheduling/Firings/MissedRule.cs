using Trawl.Scheduling.Schedules;

namespace Trawl.Scheduling.Firings;

/// <summary>Which of the times that have come fire, and why the others do not.</summary>
internal static class MissedRule
{
    /// <summary>Times that are written down when a scheduler comes back.</summary>
    public const int Most = 1_000;

    /// <summary>Later than this a firing was missed: a scheduler that is there looks every second.</summary>
    private static readonly TimeSpan s_late = TimeSpan.FromMinutes(1);

    /// <summary>The reason for each time, in their order; null for one that fires.</summary>
    public static IReadOnlyList<string?> Judge(Missed rule, IReadOnlyList<DateTimeOffset> due, DateTimeOffset now)
    {
        var late = due.Count(d => now - d > s_late);
        var first = rule switch
        {
            Missed.All => 0,
            Missed.Skip => late,
            // One that is on time stands for those before it.
            _ => late == due.Count ? late - 1 : late,
        };
        return [.. due.Select((_, i) => i >= first ? null : "missed: no scheduler was there at the time")];
    }
}
