using System.CommandLine;
using Trawl.Api.Schedules;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleRemoveCommand : TrawlCommand
{
    private readonly Argument<string> _name = ScheduleCommand.ScheduleName();

    public ScheduleRemoveCommand()
        : base("remove", "Remove it. What it did stays in the history.", "trawl schedule remove nightly") => Add(_name);

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        return ScheduleCommand.Done(
            session, await session.Client.RemoveScheduleAsync(new ScheduleNameRequest(name), CancellationToken.None), $"{name} is removed.");
    }
}
