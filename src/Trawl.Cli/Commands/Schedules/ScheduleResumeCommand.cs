using System.CommandLine;
using Trawl.Scheduling.Store;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleResumeCommand : ScheduleCommand
{
    private readonly Argument<string> _name = ScheduleName();

    public ScheduleResumeCommand()
        : base("resume", "Let it go on from now. What passed meanwhile was not due.", "trawl schedule resume nightly") => Add(_name);

    protected override Task<int> ExecuteAsync(CliSession session, ScheduleStore store, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        return Done(session, store.SetPaused(name, false, session.Clock.GetUtcNow()), name, $"{name} goes on.");
    }
}
