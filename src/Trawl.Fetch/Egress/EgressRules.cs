using System.Net;
using Trawl.Model.Plans;
using Trawl.Web.Urls;

namespace Trawl.Fetch.Egress;

/// <summary>What a pipeline's owner lets it connect to. Immutable.</summary>
public sealed class EgressRules
{
    private readonly EgressPlan _plan;
    private readonly IReadOnlyList<HostPattern> _hosts;
    private readonly IReadOnlyList<IPNetwork> _networks;
    private readonly IReadOnlyList<HostPattern> _scope;
    private readonly HashSet<string> _start;

    private EgressRules(EgressPlan plan, IReadOnlyList<string> scopeHosts, IEnumerable<WebUrl> start)
    {
        _plan = plan;
        _networks = Networks(plan.Allow);
        _hosts = Patterns(plan.Allow);
        _scope = Patterns(scopeHosts);
        _start = [.. start.Select(Place)];
    }

    /// <summary>The public internet on ports 80 and 443, and nothing else.</summary>
    public static EgressRules PublicOnly { get; } = new(new EgressPlan(), [], []);

    /// <summary>The rules of a plan.</summary>
    public static EgressRules Of(PipelinePlan plan) =>
        new(plan.Egress, plan.Scope.Hosts, plan.Start.Select(UrlOf).OfType<WebUrl>());

    /// <summary>The rules for a plan's proxies: naming one is permission as naming a start point is, for exactly this host and port.</summary>
    public static EgressRules ForProxies(PipelinePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(plan.Egress with { Schemes = [] }, [], (plan.Proxies ?? []).Select(AsHttp).OfType<WebUrl>());
    }

    /// <summary>The rules for a tool server or a model of a plan: writing its URL is permission for exactly this host and port.</summary>
    public static EgressRules ForService(PipelinePlan plan, WebUrl url)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new EgressRules(plan.Egress with { Schemes = [] }, [], [url]);
    }

    /// <summary>The rules for one URL that a person typed: as for a pipeline that begins there.</summary>
    public static EgressRules ForStart(WebUrl url) => new(new EgressPlan(), [], [url]);

    /// <summary>
    /// Whether the URL's host is written as an address that is not public, or as <c>localhost</c>: writing it as a
    /// start point is permission for exactly this host and port.
    /// </summary>
    public static bool IsLocalLiteral(WebUrl url)
    {
        var host = url.Host ?? "";
        if (host is "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal)) return true;
        return IPAddress.TryParse(host.Trim('[', ']'), out var address)
            && GlobalAddresses.Problem(GlobalAddresses.Plain(address)) is not null;
    }

    internal bool AllowsScheme(string scheme) =>
        scheme is "http" or "https" && (_plan.Schemes.Count == 0 || _plan.Schemes.Contains(scheme));

    /// <summary>Whether a public address may be reached on that port.</summary>
    internal bool AllowsPort(EgressTarget target)
    {
        if (target.Port is 80 or 443) return true;
        if (_plan.Ports.Any(range => range.Contains(target.Port))) return true;
        return TryUrl(target, out var url)
            && (_start.Contains(Place(url)) || _scope.Any(p => p.Port is not null && p.IsMatch(url)));
    }

    /// <summary>Whether the owner named the host, so that it may be anywhere, and on any port the name leaves open.</summary>
    internal bool AllowsHost(EgressTarget target) =>
        TryUrl(target, out var url)
        && (_hosts.Any(host => host.IsMatch(url)) || (_start.Contains(Place(url)) && IsLocalLiteral(url)));

    internal bool AllowsAddress(IPAddress address) => _networks.Any(network => Contains(network, address));

    private static bool Contains(IPNetwork network, IPAddress address) =>
        network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address);

    private static bool TryUrl(EgressTarget target, out WebUrl url) =>
        WebUrl.TryParse($"{target.Scheme}://{target.HostAndPort}/", out url!);

    // A plan that did not come from the compiler may hold what is neither; then nothing is allowed by it.
    private static List<IPNetwork> Networks(IEnumerable<string> texts)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in texts)
        {
            if (text.Contains('/') && IPNetwork.TryParse(text, out var network)) networks.Add(network);
        }

        return networks;
    }

    private static List<HostPattern> Patterns(IEnumerable<string> texts)
    {
        var patterns = new List<HostPattern>();
        foreach (var text in texts)
        {
            if (HostPattern.TryParse(text, out var pattern, out _)) patterns.Add(pattern);
        }

        return patterns;
    }

    private static WebUrl? UrlOf(StartPoint start) =>
        WebUrl.TryParse(start switch { StartUrl s => s.Url, StartSitemap s => s.Url, _ => null }, out var url)
            ? url
            : null;

    private static WebUrl? AsHttp(ProxyPlan proxy) =>
        Uri.TryCreate(proxy.Url, UriKind.Absolute, out var url) && WebUrl.TryParse($"http://{url.Authority}/", out var place) ? place : null;

    // The scheme counts not: a start on http://10.0.0.5:8080 permits the host and the port.
    private static string Place(WebUrl url) => $"{url.Host}:{url.EffectivePort}";
}
