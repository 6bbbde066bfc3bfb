using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record CapturePageArguments
{
    [Description("An absolute http or https URL.")]
    public required string Url { get; init; }

    [Description("Wait this long for the page."), Range(0, 45), DefaultValue(20)]
    public int? WaitSeconds { get; init; }
}
