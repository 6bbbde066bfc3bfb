using System.CommandLine;
using Trawl.Api.Errors;
using Trawl.Api.Schedules;
using Trawl.Api.Serialization;

namespace Trawl.Cli.Commands.Schedules;

/// <summary>A command on the schedules of a home; <c>trawl up</c> sees what it changes within a second.</summary>
internal static class ScheduleCommand
{
    public static CommandGroup Group() => new(
        "schedule", "When pipelines run by themselves, while \"trawl up\" is there.",
        new ScheduleAddCommand(), new ScheduleListCommand(), new ScheduleNextCommand(), new ScheduleHistoryCommand(),
        new SchedulePauseCommand(), new ScheduleResumeCommand(), new ScheduleRemoveCommand());

    public static Argument<string> ScheduleName() => new("NAME") { Description = "The schedule's name." };

    /// <summary>Says that it is done, or why not.</summary>
    public static int Done(CliSession session, ApiResult<ScheduleInfo> result, string said) =>
        session.Answer(result, ApiJson.Readable.ScheduleInfo, _ => session.Talk.Say(said));
}
