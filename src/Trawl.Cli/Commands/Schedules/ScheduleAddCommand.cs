using System.CommandLine;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Schedules;
using Trawl.Api.Serialization;
using Trawl.Cli.Terminal;
using Trawl.Hosting.Saved;
using Trawl.Hosting.Schedules;
using Trawl.Scheduling.Schedules;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleAddCommand : TrawlCommand
{
    private readonly Argument<string> _file = new("FILE|saved:NAME")
    {
        Description = "A pipeline's file, or a saved pipeline, as in saved:shop or saved:shop@3.",
    };

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
            "trawl schedule add saved:shop --every 6h --server https://crawler.example:8443",
            "trawl schedule add report.yaml --after shop --when drifted")
    {
        Add(_file);
        foreach (var option in (Option[])[_name, _cron, _zone, _every, _at, _after, _when, _overlap, _missed, _jitter, _priority, _set])
        {
            Add(option);
        }
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var given = parsed.GetRequiredValue(_file);
        if (SavedPointer.Read(given) is { } saved)
        {
            var request = Request(parsed, saved with { Set = parsed.GetRequiredValue(_set) });
            var added = await session.Client.AddScheduleAsync(request, CancellationToken.None);
            return session.Answer(added, ApiJson.Readable.ScheduleInfo, info => Said(session, info));
        }

        if (session.Settings.Settings.Server is not null)
        {
            return Refuse(session, "A server has no files of yours.", "Save the pipeline there with \"trawl pipeline save\", and add saved:NAME.");
        }

        return await AddFileAsync(session, Path.GetFullPath(given), parsed);
    }

    private async Task<int> AddFileAsync(CliSession session, string file, ParseResult parsed)
    {
        if (!CommonArguments.Read(file, parsed.GetRequiredValue(_set)).TryGet(out var source, out var error)
            || !ScheduleReading.Of(Request(parsed, new SavedSource(Path.GetFileNameWithoutExtension(file)))).TryGet(out var schedule, out error))
        {
            return session.Refuse(error);
        }

        var checkedSource = (await session.Local.ValidateAsync(new ValidateRequest(source), CancellationToken.None)).Value;
        return checkedSource.Plan is null
            ? session.Refuse(new ApiError(ApiErrorKind.InvalidPipeline, $"\"{file}\" has errors.") { Diagnostics = checkedSource.Diagnostics })
            : session.Answer(
                session.Local.AddSchedule(schedule with { Pipeline = file, Set = source.Set }), ApiJson.Readable.ScheduleInfo, info => Said(session, info));
    }

    private static void Said(CliSession session, ScheduleInfo info)
    {
        var next = info.Next is { } time ? $" Next: {Amounts.Time(time)}." : "";
        session.Talk.Say($"{info.Name} runs {TriggerText.Of(info.Trigger)}, while \"{session.Suggest("up")}\" is there.{next}");
    }

    private AddScheduleRequest Request(ParseResult parsed, SavedSource pipeline) => new()
    {
        Name = parsed.GetValue(_name) ?? pipeline.Name,
        Pipeline = pipeline,
        Trigger = new ScheduleTrigger
        {
            Cron = parsed.GetValue(_cron),
            Zone = parsed.GetRequiredValue(_zone),
            EverySeconds = parsed.GetValue(_every)?.TotalSeconds,
            At = parsed.GetValue(_at),
            After = parsed.GetValue(_after),
            When = parsed.GetValue(_when).ToString(),
        },
        Overlap = parsed.GetValue(_overlap).ToString(),
        Missed = parsed.GetValue(_missed).ToString(),
        JitterSeconds = parsed.GetValue(_jitter)?.TotalSeconds ?? 0,
        Priority = parsed.GetValue(_priority),
    };

    private static int Refuse(CliSession session, string message, string? wayOut) =>
        session.Refuse(new ApiError(ApiErrorKind.InvalidRequest, message, wayOut));
}
