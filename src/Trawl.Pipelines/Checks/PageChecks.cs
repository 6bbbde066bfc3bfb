using Trawl.Model.Plans;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;
using Trawl.Web.Urls;

namespace Trawl.Pipelines.Checks;

/// <summary>Whether page rules do something, and can be reached.</summary>
internal sealed class PageChecks(BoundPlan bound, DiagnosticSink sink)
{
    private readonly PipelinePlan _plan = bound.Plan;
    private readonly PlanPlaces _places = bound.Places;

    public void Run()
    {
        foreach (var rule in _plan.Pages)
        {
            CheckIdle(rule);
            CheckScope(rule);
            CheckStart(rule);
        }

        bool isWhole = _places.Root["pages"] is not { HasFault: true };
        if (isWhole && _plan.Pages.All(p => p.Extract.Count == 0))
            sink.Add(Rules.NothingExtracted, (Syntax.Node?)_places.Root.Entry("pages")?.Key ?? _places.Root,
                "No page rule extracts anything.");
        NameChecks.Run("page rules", _plan.Pages, p => p.Name, _places, sink);
    }

    private void CheckIdle(PageRule rule)
    {
        var node = _places.Of(rule);
        if (rule.Follow.Count == 0 && rule.Extract.Count == 0 && !node.HasFault)
            sink.Add(Rules.IdleRule, node, $"The rule \"{rule.Name}\" neither follows links nor extracts records.");
    }

    private void CheckScope(PageRule rule)
    {
        if (_places.Root["scope"] is { HasFault: true } || _plan.Scope.Hosts.Count == 0) return;
        var shut = rule.Urls.Select(WhyShut).ToList();
        if (shut.Count > 0 && shut.All(why => why is not null))
            sink.Add(Rules.Unreachable, _places.Of(rule, "url"),
                $"The rule \"{rule.Name}\" is never reached: {shut[0]}.");
    }

    /// <summary>Why no URL of the scope can match the pattern; null when one may.</summary>
    private string? WhyShut(string pattern)
    {
        if (_plan.Scope.Exclude.Contains(pattern)) return $"the scope excludes \"{pattern}\"";
        if (PatternHead.HostOf(pattern) is { } url && !new ScopeView(_plan.Scope).HasHost(url))
            return $"\"{url.HostAndPort}\" is not a host of the scope";
        bool meets = _plan.Scope.Include.Count == 0 || _plan.Scope.Include.Any(i => PatternHead.MayMeet(i, pattern));
        return meets ? null : $"no \"include\" of the scope can match what \"{pattern}\" matches";
    }

    /// <summary>Without links to follow, the only pages are the start URLs.</summary>
    private void CheckStart(PageRule rule)
    {
        bool isClosed = _plan.Start.Count > 0 && _plan.Start.All(s => s is StartUrl)
            && _plan.Pages.All(p => p.Follow.Count == 0);
        if (!isClosed || rule.Urls.Count == 0 || _places.Root["pages"] is { HasFault: true }) return;
        var matcher = ScopeView.Matcher(rule.Urls);
        bool matches = _plan.Start.OfType<StartUrl>()
            .Any(s => WebUrl.TryParse(s.Url, out var url) && matcher.IsMatch(url));
        if (!matches)
            sink.Add(Rules.NothingLeadsHere, _places.Of(rule, "url"),
                $"No start URL matches the rule \"{rule.Name}\", and no rule follows links.");
    }
}
