using System.ComponentModel;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record RecordCondition
{
    [Description("A field, with dots for nested ones.")]
    public required string Field { get; init; }

    public required ConditionKind Is { get; init; }

    [Description("What to compare with; numbers as texts too.")]
    public string? Value { get; init; }
}
