using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record ReplayRunArguments
{
    [Description("Id of the run, or last for the newest.")]
    public required string Run { get; init; }

    [Description("A changed pipeline, YAML; without it the run itself is repeated.")]
    public string? Text { get; init; }

    [Description("Its file, in place of text.")]
    public string? File { get; init; }

    [Description("Values for ${set:NAME}.")]
    public Dictionary<string, string>? Set { get; init; }

    [Description("Changed records to show of each sort."), Range(0, 50), DefaultValue(5)]
    public int? Limit { get; init; }
}
