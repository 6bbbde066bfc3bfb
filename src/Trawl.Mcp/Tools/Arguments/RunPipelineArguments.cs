using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record RunPipelineArguments
{
    [Description("The pipeline, YAML. Give this or file.")]
    public string? Text { get; init; }

    [Description("Path of a .yaml file on Trawl's machine; only where Trawl runs beside you.")]
    public string? File { get; init; }

    [Description("Values for ${set:NAME}.")]
    public Dictionary<string, string>? Set { get; init; }

    [Description("Stop after this many pages: 10 or 20 for a trial."), Range(1, 1_000_000)]
    public int? MaxPages { get; init; }

    [Description("Repeating a call with the same key gives the run it made before.")]
    public string? IdempotencyKey { get; init; }

    [Description("Wait this long for its end, with progress."), Range(0, 45), DefaultValue(0)]
    public int? WaitSeconds { get; init; }
}
