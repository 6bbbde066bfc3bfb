using System.ComponentModel;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record ReadReferenceArguments
{
    [Description("A key such as \"extract\", \"scope\" or \"selector\", an error code, or words to look for. Without it: the list of sections.")]
    public string? Topic { get; init; }
}
