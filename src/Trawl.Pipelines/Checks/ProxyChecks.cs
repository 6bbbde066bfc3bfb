using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Checks;

/// <summary>Whether all that a run asks for goes through its proxies.</summary>
internal sealed class ProxyChecks(BoundPlan bound, DiagnosticSink sink)
{
    public void Run()
    {
        if (bound.Plan.Proxies is not null && bound.Plan.Pages.FirstOrDefault(rule => rule.Render is not null) is { } rule)
            sink.Add(
                Rules.BrowserPastProxies, bound.Places.Root["proxies"]!,
                $"The rule \"{rule.Name}\" opens pages in a browser, which would go past the proxies.");
    }
}
