using System.ComponentModel;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record ValidatePipelineArguments
{
    [Description("The pipeline, YAML. Give this or file.")]
    public string? Text { get; init; }

    [Description("Path of a .yaml file on Trawl's machine; only where Trawl runs beside you.")]
    public string? File { get; init; }

    [Description("Values for ${set:NAME}.")]
    public Dictionary<string, string>? Set { get; init; }
}
