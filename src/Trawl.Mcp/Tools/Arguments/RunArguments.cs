using System.ComponentModel;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record RunArguments
{
    [Description("Id of the run, or last for the newest.")]
    public required string Run { get; init; }
}
