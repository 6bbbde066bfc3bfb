using System.ComponentModel;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record ExplainRecordArguments
{
    [Description("Id of the run, or last for the newest.")]
    public required string Run { get; init; }

    [Description("The record's key, or # and its id.")]
    public required string Record { get; init; }

    [Description("Its type; needed where two types have such a record.")]
    public string? Type { get; init; }

    [Description("Only this field.")]
    public string? Field { get; init; }
}
