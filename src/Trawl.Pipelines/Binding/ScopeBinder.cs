using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;
using Trawl.Web.Urls;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>scope</c>.</summary>
internal static class ScopeBinder
{
    public static ScopePlan Bind(MapNode? map, IReadOnlyList<StartPoint> start)
    {
        map ??= new MapNode();
        var budget = map.Map("budget") ?? new MapNode();
        return new ScopePlan
        {
            Hosts = map["hosts"] is null ? HostsOf(start) : map.Texts("hosts"),
            Include = map.Texts("include"),
            Exclude = map.Texts("exclude"),
            Depth = map.Count("depth"),
            FollowTraps = map.Text("traps") == "follow" ? true : null,
            Pages = budget.Number("pages"),
            Bytes = budget.Size("bytes"),
            Time = budget.Time("time"),
        };
    }

    /// <summary>The hosts of start URLs and sitemaps, each with its twin with or without <c>www.</c>.</summary>
    private static List<string> HostsOf(IReadOnlyList<StartPoint> start)
    {
        var hosts = new List<string>();
        foreach (var point in start)
        {
            string? text = point switch { StartUrl u => u.Url, StartSitemap s => s.Url, _ => null };
            if (!WebUrl.TryParse(text, out var url) || url.HostAndPort is not { Length: > 0 } host) continue;
            AddNew(hosts, host);
            if (Twin(url, host) is { } twin) AddNew(hosts, twin);
        }

        return hosts;
    }

    /// <summary>Addresses and single-label names have no twin.</summary>
    private static string? Twin(WebUrl url, string host)
    {
        if (host.StartsWith("www.", StringComparison.Ordinal)) return host[4..];
        string name = url.Host!;
        bool isAddress = name.StartsWith('[') || char.IsAsciiDigit(name[^1]);
        return isAddress || !name.Contains('.') ? null : "www." + host;
    }

    private static void AddNew(List<string> hosts, string host)
    {
        if (!hosts.Contains(host)) hosts.Add(host);
    }
}
