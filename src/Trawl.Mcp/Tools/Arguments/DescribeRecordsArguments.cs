using System.ComponentModel;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record DescribeRecordsArguments
{
    [Description("Id of the run, or last for the newest.")]
    public required string Run { get; init; }

    [Description("Only this record type.")]
    public string? Type { get; init; }
}
