using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record ReadPageArguments
{
    [Description("Id of the run, or last for the newest.")]
    public required string Run { get; init; }

    [Description("An absolute URL that the run fetched.")]
    public required string Url { get; init; }

    [Description("Begin at the first place with this text.")]
    public string? Find { get; init; }

    [Description("Begin at this character; next of the answer before."), DefaultValue(0)]
    public int? Offset { get; init; }

    [Description("Characters at most."), Range(100, 20_000), DefaultValue(6_000)]
    public int? Limit { get; init; }
}
