using System.CommandLine;
using Trawl.Api.Errors;
using Trawl.Engine.Seams.Store;
using Trawl.Scheduling.Store;

namespace Trawl.Cli.Commands.Schedules;

/// <summary>A command on the schedules of the home, which it opens; <c>trawl up</c> sees what it changes within a second.</summary>
internal abstract class ScheduleCommand(string name, string description, params string[] examples) : TrawlCommand(name, description, examples)
{
    public static CommandGroup Group() => new(
        "schedule", "When pipelines run by themselves, while \"trawl up\" is there.",
        new ScheduleAddCommand(), new ScheduleListCommand(), new ScheduleNextCommand(), new ScheduleHistoryCommand(),
        new SchedulePauseCommand(), new ScheduleResumeCommand(), new ScheduleRemoveCommand());

    protected sealed override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        try
        {
            using var store = ScheduleStore.Open(session.Settings.Settings.Home);
            return await ExecuteAsync(session, store, parsed);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or RunStoreException)
        {
            return session.Refuse(new ApiError(ApiErrorKind.StoreFailed, error.Message));
        }
    }

    protected abstract Task<int> ExecuteAsync(CliSession session, ScheduleStore store, ParseResult parsed);

    protected static Argument<string> ScheduleName() => new("NAME") { Description = "The schedule's name." };

    /// <summary>Says that it is done, or that there is no such schedule.</summary>
    protected static Task<int> Done(CliSession session, bool isThere, string name, string said)
    {
        if (!isThere)
        {
            return Task.FromResult(session.Refuse(new ApiError(
                ApiErrorKind.NotFound, $"There is no schedule \"{name}\".", $"\"{session.Suggest("schedule", "list")}\" shows those there are.")));
        }

        session.Talk.Say(said);
        return Task.FromResult(ExitCode.Ok);
    }
}
