using System.ComponentModel;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record UrlArguments
{
    [Description("Id of the run, or last for the newest.")]
    public required string Run { get; init; }

    [Description("An absolute URL.")]
    public required string Url { get; init; }
}
