using Trawl.Api.Errors;
using Trawl.Fetch.Egress;
using Trawl.Model.Plans;
using Trawl.Web.Urls;

namespace Trawl.Hosting.Running;

/// <summary>
/// What a plan may not say when its author may reach public addresses alone. Names that resolve to private addresses
/// need no check here: the egress guard refuses them unless the plan allows them.
/// </summary>
internal static class PublicReach
{
    public static ApiError? Problem(PipelinePlan plan)
    {
        var named = plan.Egress.Allow.FirstOrDefault() ?? plan.Start.Select(UrlOf).Concat(Services(plan)).FirstOrDefault(IsPrivate)
            ?? plan.Proxies?.FirstOrDefault(proxy => Uri.TryCreate(proxy.Url, UriKind.Absolute, out var url) && IsPrivate($"http://{url.Authority}/"))?.Url;
        return named is null ? null : new ApiError(
            ApiErrorKind.InvalidRequest,
            $"The pipeline wants to reach \"{named}\", and only who administers this server may reach into its network.",
            "Name public hosts alone, or have an administrator start it.");
    }

    private static string? UrlOf(StartPoint start) => start switch { StartUrl s => s.Url, StartSitemap s => s.Url, _ => null };

    private static IEnumerable<string?> Services(PipelinePlan plan) =>
        (plan.Tools ?? []).Select(server => server.Url).Concat((plan.Models ?? []).Select(model => model.Url));

    // What a WebSocket reaches, http to the same place would reach.
    private static bool IsPrivate(string? text) =>
        WebUrl.TryParse(text?.StartsWith("ws", StringComparison.OrdinalIgnoreCase) == true ? "http" + text[2..] : text, out var url)
        && EgressRules.IsLocalLiteral(url);
}
