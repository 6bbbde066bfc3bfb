using Trawl.Api.Errors;
using Trawl.Api.Schedules;
using Trawl.Hosting.Saved;
using Trawl.Scheduling.Schedules;

namespace Trawl.Hosting.Schedules;

/// <summary>From what a door asks for to a schedule.</summary>
internal static class ScheduleReading
{
    private const double LongestSeconds = 366 * 86_400.0;

    public static ApiResult<Schedule> Of(AddScheduleRequest request) =>
        Trigger(request.Trigger) is not { } trigger
            ? Wrong("A schedule is due by one thing.", "Give one of cron, everySeconds, at and after.")
        : request.JitterSeconds is not (>= 0 and <= LongestSeconds)
            ? Wrong("The jitter is a time from 0 to a day.", null)
        : !TryRead<Overlap>(request.Overlap, out var overlap)
            ? Wrong($"\"{request.Overlap}\" is none of skip, queue and allow.", null)
        : !TryRead<Missed>(request.Missed, out var missed)
            ? Wrong($"\"{request.Missed}\" is none of once, skip and all.", null)
        : !TryRead<AfterOutcome>(request.Trigger.When, out _)
            ? Wrong($"\"{request.Trigger.When}\" is none of completed, drifted, failed and ended.", null)
        : new Schedule
        {
            Name = request.Name,
            Pipeline = SavedPointer.Text(request.Pipeline.Name, request.Pipeline.Version),
            Set = request.Pipeline.Set ?? new Dictionary<string, string>(),
            Trigger = trigger,
            Overlap = overlap,
            Missed = missed,
            Jitter = TimeSpan.FromSeconds(request.JitterSeconds),
            Priority = request.Priority,
            PublicOnly = request.PublicOnly,
        };

    /// <summary>The one trigger that is given; null when it is none, or more.</summary>
    private static Trigger? Trigger(ScheduleTrigger given)
    {
        Trigger?[] triggers =
        [
            given.Cron is { } cron ? new CronTrigger(cron, given.Zone ?? "UTC") : null,
            given.EverySeconds is { } every ? new IntervalTrigger(every is >= 0 and <= LongestSeconds ? TimeSpan.FromSeconds(every) : TimeSpan.Zero) : null,
            given.At is { } at ? new OnceTrigger(at) : null,
            given.After is { } name ? new AfterTrigger(name, TryRead<AfterOutcome>(given.When, out var when) ? when : default) : null,
        ];
        return triggers.OfType<Trigger>().ToArray() is [var one] ? one : null;
    }

    private static bool TryRead<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text is null || (Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]));
    }

    private static ApiError Wrong(string message, string? wayOut) => new(ApiErrorKind.InvalidRequest, message, wayOut);
}
