using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record QueryRecordsArguments
{
    [Description("Id of the run, or last for the newest.")]
    public required string Run { get; init; }

    [Description("Only records of this type.")]
    public string? Type { get; init; }

    [Description("Fields to give; without it all.")]
    public string[]? Fields { get; init; }

    [Description("Conditions that all must hold.")]
    public RecordCondition[]? Where { get; init; }

    [Description("true: the records set aside as invalid, with the rules they break."), DefaultValue(false)]
    public bool? Quarantined { get; init; }

    [Description("next of the page before."), DefaultValue(0)]
    public long? After { get; init; }

    [Description("Records at most."), Range(1, 100), DefaultValue(20)]
    public int? Limit { get; init; }
}
