using System.ComponentModel;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record RunArguments
{
    [Description("The run's id, or \"last\" for the newest.")]
    public required string Run { get; init; }
}
