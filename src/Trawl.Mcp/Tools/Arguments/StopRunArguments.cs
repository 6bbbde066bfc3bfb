using System.ComponentModel;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record StopRunArguments
{
    [Description("Id of the run, or last for the newest.")]
    public required string Run { get; init; }

    [Description("stop: saved, resume_run goes on. cancel: ended for good, what was collected is published.")]
    public required StopMode Mode { get; init; }
}
