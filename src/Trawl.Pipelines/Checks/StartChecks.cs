using Trawl.Model.Plans;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Syntax;
using Trawl.Pipelines.Values;
using Trawl.Web.Urls;

namespace Trawl.Pipelines.Checks;

/// <summary>Where the run begins, and whether the scope lets it.</summary>
internal sealed class StartChecks(BoundPlan bound, DiagnosticSink sink)
{
    private readonly PipelinePlan _plan = bound.Plan;
    private readonly PlanPlaces _places = bound.Places;

    public void Run(PipelineSource source)
    {
        CheckCount();
        foreach (var url in _plan.Start.OfType<StartUrl>()) CheckBody(url);
        foreach (var file in _plan.Start.OfType<StartFile>())
            if (!source.FileExists(file.Path)) sink.Add(
                Rules.FileMissing, _places.Of(file, "file"), $"The file \"{file.Path}\" does not exist.");
        CheckHosts();
    }

    private void CheckCount()
    {
        if (_plan.Start.Count <= UrlRange.MaxUrls) return;
        sink.Add(Rules.BadRange, _places.Root["start"]!,
            FormattableString.Invariant($"The ranges together make more than {UrlRange.MaxUrls:N0} URLs."));
    }

    private void CheckBody(StartUrl url)
    {
        if (url.Body is not null && url.Method is "GET" or "HEAD")
            sink.Add(Rules.OnlyWith, _places.KeyOf(url, "body"), $"\"body\" does not go with \"{url.Method}\".",
                "Add \"method: POST\", or remove the body.");
    }

    private void CheckHosts()
    {
        if (_plan.Scope.Hosts.Count == 0)
        {
            bool isKnown = _places.Root["start"] is { HasFault: false }
                && _places.Root["scope"] is not { HasFault: true };
            if (isKnown && _plan.Start.Count > 0)
                sink.Add(Rules.NoHosts, _places.Root["start"]!,
                    "No host is known: \"start\" holds files alone, and \"scope.hosts\" is missing.");
            return;
        }

        if (_places.Root["scope"] is { HasFault: true }) return;
        var scope = new ScopeView(_plan.Scope);
        // One report for each entry as written, however many URLs its range made.
        foreach (var group in _plan.Start.OfType<StartUrl>().GroupBy(_places.Of))
            if (group.Select(u => (Url: u.Url, Why: scope.WhyOutside(u.Url)))
                .FirstOrDefault(o => o.Why is not null) is { Why: { } why } outside)
                sink.Add(Rules.StartOutside, Place(group.Key), $"\"{outside.Url}\" is outside of the scope: {why}.");
    }

    private static Node Place(Node item) => item is MapNode map ? map["url"] ?? map : item;
}
