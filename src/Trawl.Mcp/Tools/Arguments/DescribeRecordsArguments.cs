using System.ComponentModel;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record DescribeRecordsArguments
{
    [Description("The run's id, or \"last\" for the newest.")]
    public required string Run { get; init; }

    [Description("Only this record type.")]
    public string? Type { get; init; }
}
