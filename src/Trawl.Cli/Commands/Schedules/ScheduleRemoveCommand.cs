using System.CommandLine;
using Trawl.Scheduling.Store;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleRemoveCommand : ScheduleCommand
{
    private readonly Argument<string> _name = ScheduleName();

    public ScheduleRemoveCommand()
        : base("remove", "Remove it. What it did stays in the history.", "trawl schedule remove nightly") => Add(_name);

    protected override Task<int> ExecuteAsync(CliSession session, ScheduleStore store, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        return Done(session, store.Remove(name), name, $"{name} is removed.");
    }
}
