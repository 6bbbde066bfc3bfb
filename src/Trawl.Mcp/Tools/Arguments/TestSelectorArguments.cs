using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record TestSelectorArguments
{
    [Description("Id of the run, or last for the newest.")]
    public required string Run { get; init; }

    [Description("A page that the run recorded.")]
    public required string Url { get; init; }

    [Description("CSS, XPath (begins with /) or JSONPath (begins with $).")]
    public required string Selector { get; init; }

    [Description("Matches and sample pages at most."), Range(1, 50), DefaultValue(5)]
    public int? Limit { get; init; }
}
