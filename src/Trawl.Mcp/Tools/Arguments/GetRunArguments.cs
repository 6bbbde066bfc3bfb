using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record GetRunArguments
{
    [Description("Id of the run, or last for the newest.")]
    public required string Run { get; init; }

    [Description("Wait this long for its end, with progress."), Range(0, 45), DefaultValue(0)]
    public int? WaitSeconds { get; init; }
}
