using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Trawl.Model.Runs;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record ListRunsArguments
{
    [Description("Only runs in this state.")]
    public RunState? State { get; init; }

    [Description("Only runs of pipelines whose name contains this.")]
    public string? Pipeline { get; init; }

    [Description("Runs at most."), Range(1, 50), DefaultValue(20)]
    public int? Limit { get; init; }
}
