using Trawl.Api.Schedules;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Schedules;

/// <summary>What makes a schedule due, in words.</summary>
internal static class TriggerText
{
    public static string Of(ScheduleTrigger trigger) => trigger switch
    {
        { Cron: { } cron } => $"{cron} ({trigger.Zone ?? "UTC"})",
        { EverySeconds: { } every } => $"every {TimeText.Of(TimeSpan.FromSeconds(every))}",
        { At: { } at } => $"once at {Amounts.Time(at)}",
        { After: { } after } => $"after {after} {trigger.When ?? "completed"}",
        _ => "",
    };
}
