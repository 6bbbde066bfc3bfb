using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>proxies</c>.</summary>
internal static class ProxyBinder
{
    /// <summary>Null when there are none, so that a plan has the hash it had before there was this section.</summary>
    public static IReadOnlyList<ProxyPlan>? Bind(Node? node)
    {
        ProxyPlan[] proxies = [.. node.Items().Select(One).OfType<ProxyPlan>()];
        return proxies.Length == 0 ? null : proxies;
    }

    private static ProxyPlan? One(Node node) => node is MapNode map
        ? map.Text("url") is { } url ? new ProxyPlan { Url = url, User = map.Text("user"), Password = map.Text("password") } : null
        : node.AsText() is { } text ? new ProxyPlan { Url = text } : null;
}
