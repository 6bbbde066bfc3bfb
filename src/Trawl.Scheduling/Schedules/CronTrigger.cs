namespace Trawl.Scheduling.Schedules;

/// <summary>At times of the wall clock.</summary>
/// <param name="Expression">Five fields, or a macro; see <see cref="Cron.CronExpression"/>.</param>
/// <param name="Zone">IANA name of the zone whose clock is meant.</param>
public sealed record CronTrigger(string Expression, string Zone) : Trigger;
