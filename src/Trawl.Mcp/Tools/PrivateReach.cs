using System.Net;
using Trawl.Api.Errors;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;
using Trawl.Model.Plans;

namespace Trawl.Mcp.Tools;

/// <summary>
/// Whether a plan reaches beyond the public internet. Writing an address into a pipeline allows it, which is right for a
/// person and wrong for an assistant that may be repeating what a page told it.
/// </summary>
internal static class PrivateReach
{
    /// <summary>Why an assistant may not run it; null when it may.</summary>
    public static ApiError? Problem(PipelinePlan plan)
    {
        var named = plan.Egress.Allow.Concat(plan.Start.Select(Host).OfType<string>().Where(IsLiteral)).FirstOrDefault();
        return named is null ? null : new ApiError(
            ApiErrorKind.InvalidRequest,
            $"The pipeline names \"{named}\", and pipelines that assistants write reach only names of public hosts.",
            "The user may allow it by starting this server with --private-addresses, or run the pipeline from a file.");
    }

    private static string? Host(StartPoint start) => start switch
    {
        StartUrl url => HostOf(url.Url),
        StartSitemap sitemap => HostOf(sitemap.Url),
        _ => null,
    };

    private static string? HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : null;

    private static bool IsLiteral(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out _)
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
