using Trawl.Hosting.Home;
using Trawl.Model.Plans;

namespace Trawl.Hosting.Running;

/// <summary>
/// Takes the secrets out of a plan before it is stored with its run: values of headers that prove who somebody is, and
/// of the query parameters that the plan names. Doing it again changes nothing.
/// </summary>
internal static class PlanSealing
{
    private const string Filled = "{value}";
    private static readonly string[] s_secret = ["Authorization", "Cookie"];

    public static PipelinePlan Seal(PipelinePlan plan, HomeSeal seal) => plan with
    {
        Start = [.. plan.Start.Select(start => Seal(start, plan, seal))],
        Login = plan.Login is null ? null : plan.Login with { Fields = [.. plan.Login.Fields.Select(field => Close(field, seal))] },
        Proxies = plan.Proxies is null ? null : [.. plan.Proxies.Select(proxy => Close(proxy, seal))],
        Fetch = plan.Fetch with { Headers = Seal(plan.Fetch.Headers, plan, seal) },
        Tools = plan.Tools is { } tools ? [.. tools.Select(server => server with { Headers = Seal(server.Headers, plan, seal) })] : null,
        Pages = [.. plan.Pages.Select(page => page with { Follow = [.. page.Follow.Select(follow => Seal(follow, plan, seal))] })],
    };

    /// <summary>Whether a header's value is a secret: by its name, or because it is made of one.</summary>
    public static bool IsSecret(HeaderPlan header, PipelinePlan plan) =>
        header.Value.Contains("${env:", StringComparison.Ordinal) || IsNamed(header, plan);

    private static HeaderPlan Close(HeaderPlan field, HomeSeal seal) => field.Value.Contains("${env:", StringComparison.Ordinal)
        ? field
        : field with { Value = seal.Values.Close(field.Name, field.Value) };

    private static ProxyPlan Close(ProxyPlan proxy, HomeSeal seal) => proxy with
    {
        Password = proxy.Password is { } password ? Close(new HeaderPlan(nameof(password), password), seal).Value : null,
    };

    private static bool IsNamed(HeaderPlan header, PipelinePlan plan) =>
        s_secret.Concat(plan.Capture.RedactHeaders).Contains(header.Name, StringComparer.OrdinalIgnoreCase);

    private static StartPoint Seal(StartPoint start, PipelinePlan plan, HomeSeal seal) => start switch
    {
        StartUrl url => url with { Url = SealUrl(url.Url, plan, seal), Headers = url.Headers is null ? null : Seal(url.Headers, plan, seal) },
        StartSitemap sitemap => sitemap with { Url = SealUrl(sitemap.Url, plan, seal) },
        _ => start,
    };

    private static FollowStep Seal(FollowStep follow, PipelinePlan plan, HomeSeal seal)
    {
        // Where the parameter is what the template fills in, the link is sealed when it is found.
        var template = follow.Template is null ? null : SealUrl(follow.Template, plan, seal);
        return template?.Contains(Filled, StringComparison.Ordinal) == true ? follow with { Template = template } : follow;
    }

    private static string SealUrl(string url, PipelinePlan plan, HomeSeal seal) => seal.UrlsOf(plan)?.Seal(url) ?? url;

    private static IReadOnlyList<HeaderPlan> Seal(IReadOnlyList<HeaderPlan> headers, PipelinePlan plan, HomeSeal seal) =>
    [
        .. headers.Select(header => IsNamed(header, plan) && !header.Value.Contains("${env:", StringComparison.Ordinal)
            ? header with { Value = seal.Values.Close(header.Name, header.Value) }
            : header),
    ];
}
