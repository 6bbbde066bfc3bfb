using Trawl.Model.Plans;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Syntax;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Checks;

/// <summary>Advice on politeness, for hosts that are not this machine.</summary>
internal sealed class FetchChecks(BoundPlan bound, DiagnosticSink sink)
{
    public void Run()
    {
        var plan = bound.Plan.Fetch;
        var root = bound.Places.Root;
        var fetch = root.Map("fetch");
        if (plan.RetryDelay > plan.RetryDelayMax)
            sink.Add(Rules.EmptyRange, fetch?["retryDelay"] ?? fetch!["retryDelayMax"]!,
                "\"retryDelay\" is above \"retryDelayMax\".");
        var hosts = bound.Plan.Scope.Hosts.Where(h => !Loopback.IsPattern(h)).ToList();
        if (hosts.Count == 0) return;
        if (!plan.ObeyRobots) sink.Add(Rules.RobotsIgnored, fetch!["robots"]!, "robots.txt is not obeyed.");
        if (plan.Delay < TimeSpan.FromMilliseconds(100))
            sink.Add(Rules.Impolite, fetch!["delay"]!,
                $"\"{Duration.Write(plan.Delay)}\" between requests is little for \"{hosts[0]}\".");
        if (plan.Contact is null && plan.UserAgent is null)
            sink.Add(Rules.NoContact, (Node?)root.Entry("fetch")?.Key ?? root,
                $"Nothing tells \"{hosts[0]}\" who runs this crawl.");
    }
}
