namespace Trawl.Api.Schedules;

/// <summary>What makes a schedule due: exactly one of cron, every, at and after.</summary>
public sealed record ScheduleTrigger
{
    /// <summary>Five fields of cron, or a macro such as <c>@daily</c>.</summary>
    public string? Cron { get; init; }

    /// <summary>IANA name of the zone whose clock <c>cron</c> means; null for UTC.</summary>
    public string? Zone { get; init; }

    /// <summary>Seconds from one to the next.</summary>
    public double? EverySeconds { get; init; }

    /// <summary>Once, at this moment.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>When a run of this other schedule has ended.</summary>
    public string? After { get; init; }

    /// <summary>
    /// With <c>after</c>, how it must have ended: <c>completed</c>, <c>drifted</c>, <c>failed</c> or <c>ended</c>; null
    /// for completed.
    /// </summary>
    public string? When { get; init; }
}
