using Trawl.Cli.Terminal;
using Trawl.Scheduling.Schedules;

namespace Trawl.Cli.Commands.Schedules;

/// <summary>What makes a schedule due, in words.</summary>
internal static class TriggerText
{
    public static string Of(Trigger trigger) => trigger switch
    {
        CronTrigger cron => $"{cron.Expression} ({cron.Zone})",
        IntervalTrigger every => $"every {TimeText.Of(every.Every)}",
        OnceTrigger once => $"once at {Amounts.Time(once.At)}",
        AfterTrigger after => $"after {after.Schedule} {after.When.ToString().ToLowerInvariant()}",
        _ => "",
    };
}
