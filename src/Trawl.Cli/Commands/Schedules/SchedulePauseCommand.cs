using System.CommandLine;
using Trawl.Scheduling.Store;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class SchedulePauseCommand : ScheduleCommand
{
    private readonly Argument<string> _name = ScheduleName();

    public SchedulePauseCommand()
        : base("pause", "Nothing of it is due until it goes on; a run under way is not touched.", "trawl schedule pause nightly") => Add(_name);

    protected override Task<int> ExecuteAsync(CliSession session, ScheduleStore store, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        return Done(session, store.SetPaused(name, true, session.Clock.GetUtcNow()), name, $"{name} is paused.");
    }
}
