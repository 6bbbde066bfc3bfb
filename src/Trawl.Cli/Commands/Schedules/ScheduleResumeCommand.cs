using System.CommandLine;
using Trawl.Api.Schedules;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleResumeCommand : TrawlCommand
{
    private readonly Argument<string> _name = ScheduleCommand.ScheduleName();

    public ScheduleResumeCommand()
        : base("resume", "Let it go on from now. What passed meanwhile was not due.", "trawl schedule resume nightly") => Add(_name);

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        return ScheduleCommand.Done(
            session, await session.Client.ResumeScheduleAsync(new ScheduleNameRequest(name), CancellationToken.None), $"{name} goes on.");
    }
}
