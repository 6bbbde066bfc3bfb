using System.CommandLine;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Cli.Terminal;
using Trawl.Scheduling.Schedules;
using Trawl.Scheduling.Store;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleAddCommand : ScheduleCommand
{
    private readonly Argument<string> _file = CommonArguments.Pipeline();
    private readonly Option<Dictionary<string, string>> _set = CommonArguments.Set();
    private readonly Option<string?> _name = new("--name") { Description = "Its name. Default: that of the file.", HelpName = "name" };
    private readonly Option<string?> _cron = new("--cron")
    {
        Description = "Due at these times: minute, hour, day, month, weekday; or @hourly, @daily, @weekly, @monthly.", HelpName = "expression",
    };

    private readonly Option<string> _zone = new("--zone")
    {
        Description = "The time zone of --cron, as in Europe/Berlin. Default: this machine's.", HelpName = "zone",
        DefaultValueFactory = _ => TimeZoneInfo.Local.Id,
    };

    private readonly Option<TimeSpan?> _every = new("--every")
    {
        Description = "Due every so often: 90s, 15m, 6h, 2d.", HelpName = "time", CustomParser = TimeText.Span,
    };

    private readonly Option<DateTimeOffset?> _at = new("--at")
    {
        Description = "Due once, at this moment.", HelpName = "moment", CustomParser = TimeText.Moment,
    };

    private readonly Option<string?> _after = new("--after") { Description = "Due when a run of this schedule has ended.", HelpName = "name" };
    private readonly Option<AfterOutcome> _when = new("--when")
    {
        Description = "With --after: how it must have ended.", HelpName = "completed|drifted|failed|ended",
    };

    private readonly Option<Overlap> _overlap = new("--overlap")
    {
        Description = "What becomes of it while its run before goes on: it is skipped, waits, or starts beside it.", HelpName = "skip|queue|allow",
    };

    private readonly Option<Missed> _missed = new("--missed")
    {
        Description = "What was due while \"trawl up\" was not there: the latest fires once, none does, or all do.", HelpName = "once|skip|all",
    };

    private readonly Option<TimeSpan?> _jitter = new("--jitter")
    {
        Description = "Put each off by up to this much, so that not everything begins at once.", HelpName = "time", CustomParser = TimeText.Span,
    };

    private readonly Option<int> _priority = new("--priority") { Description = "Who goes first when not all may run: -100 to 100.", HelpName = "number" };

    public ScheduleAddCommand()
        : base(
            "add", "Run a pipeline by itself from now on.",
            "trawl schedule add shop.yaml --cron @daily --zone Europe/Berlin",
            "trawl schedule add stock.yaml --every 15m --overlap skip --jitter 2m",
            "trawl schedule add report.yaml --after shop --when drifted")
    {
        Add(_file);
        foreach (var option in (Option[])[_name, _cron, _zone, _every, _at, _after, _when, _overlap, _missed, _jitter, _priority, _set])
        {
            Add(option);
        }
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ScheduleStore store, ParseResult parsed)
    {
        Trigger?[] triggers = [Cron(parsed), Every(parsed), Once(parsed), After(parsed)];
        if (triggers.OfType<Trigger>().ToArray() is not [var trigger])
        {
            return Refuse(session, "A schedule is due by one thing.", "Give one of --cron, --every, --at and --after.");
        }

        var file = Path.GetFullPath(parsed.GetRequiredValue(_file));
        if (!CommonArguments.Read(file, parsed.GetRequiredValue(_set)).TryGet(out var source, out var unread))
        {
            return session.Refuse(unread);
        }

        var checkedSource = (await session.Local.ValidateAsync(new ValidateRequest(source), CancellationToken.None)).Value;
        if (checkedSource.Plan is null)
        {
            return session.Refuse(new ApiError(ApiErrorKind.InvalidPipeline, $"\"{file}\" has errors.") { Diagnostics = checkedSource.Diagnostics });
        }

        return Write(session, store, ScheduleOf(parsed, file, source, trigger));
    }

    private static int Write(CliSession session, ScheduleStore store, Schedule schedule)
    {
        var now = session.Clock.GetUtcNow();
        if (ScheduleCheck.Problem(schedule, now) is { } problem)
        {
            return Refuse(session, problem, null);
        }

        if (schedule.Trigger is AfterTrigger after && !store.List().Any(r => r.Schedule.Name == after.Schedule))
        {
            return Refuse(session, $"There is no schedule \"{after.Schedule}\" to wait for.", "Add that one first.");
        }

        if (!store.Add(schedule, now))
        {
            return session.Refuse(new ApiError(
                ApiErrorKind.Conflict, $"There is a schedule \"{schedule.Name}\" already.", "Remove it, or give this one another --name."));
        }

        var next = DueTimes.Next(schedule.Trigger, now, now) is { } time ? $" Next: {Amounts.Time(time)}." : "";
        session.Talk.Say($"{schedule.Name} runs {TriggerText.Of(schedule.Trigger)}, while \"{session.Suggest("up")}\" is there.{next}");
        return ExitCode.Ok;
    }

    private Schedule ScheduleOf(ParseResult parsed, string file, PipelineSource source, Trigger trigger) => new()
    {
        Name = parsed.GetValue(_name) ?? Path.GetFileNameWithoutExtension(file),
        Pipeline = file,
        Set = source.Set,
        Trigger = trigger,
        Overlap = parsed.GetValue(_overlap),
        Missed = parsed.GetValue(_missed),
        Jitter = parsed.GetValue(_jitter) ?? TimeSpan.Zero,
        Priority = parsed.GetValue(_priority),
    };

    private CronTrigger? Cron(ParseResult parsed) =>
        parsed.GetValue(_cron) is { } text ? new CronTrigger(text, parsed.GetRequiredValue(_zone)) : null;

    private IntervalTrigger? Every(ParseResult parsed) => parsed.GetValue(_every) is { } every ? new IntervalTrigger(every) : null;

    private OnceTrigger? Once(ParseResult parsed) => parsed.GetValue(_at) is { } at ? new OnceTrigger(at) : null;

    private AfterTrigger? After(ParseResult parsed) =>
        parsed.GetValue(_after) is { } name ? new AfterTrigger(name, parsed.GetValue(_when)) : null;

    private static int Refuse(CliSession session, string message, string? wayOut) =>
        session.Refuse(new ApiError(ApiErrorKind.InvalidRequest, message, wayOut));
}
