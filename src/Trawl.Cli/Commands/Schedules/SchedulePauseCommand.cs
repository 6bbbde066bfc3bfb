using System.CommandLine;
using Trawl.Api.Schedules;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class SchedulePauseCommand : TrawlCommand
{
    private readonly Argument<string> _name = ScheduleCommand.ScheduleName();

    public SchedulePauseCommand()
        : base("pause", "Nothing of it is due until it goes on; a run under way is not touched.", "trawl schedule pause nightly") => Add(_name);

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        return ScheduleCommand.Done(
            session, await session.Client.PauseScheduleAsync(new ScheduleNameRequest(name), CancellationToken.None), $"{name} is paused.");
    }
}
