using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Trawl.Model.Requests;

namespace Trawl.Mcp.Tools.Arguments;

internal sealed record ListRequestsArguments
{
    [Description("Id of the run, or last for the newest.")]
    public required string Run { get; init; }

    [Description("Only requests in this state.")]
    public RequestState? State { get; init; }

    [Description("Only requests with this error code, such as TRAWL-FETCH-010.")]
    public string? Code { get; init; }

    [Description("Only requests whose URL contains this.")]
    public string? UrlContains { get; init; }

    [Description("next of the page before."), DefaultValue(0)]
    public long? After { get; init; }

    [Description("Requests at most."), Range(1, 100), DefaultValue(20)]
    public int? Limit { get; init; }
}
