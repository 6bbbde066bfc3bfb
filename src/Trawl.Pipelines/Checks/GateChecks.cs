using Trawl.Model.Plans;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Checks;

/// <summary>Whether <c>egress</c> lets the run begin, and still keeps anything out.</summary>
internal sealed class GateChecks(BoundPlan bound, DiagnosticSink sink)
{
    private readonly EgressPlan _egress = bound.Plan.Egress;

    public void Run()
    {
        if (bound.Places.Root.Map("egress") is not { } egress) return;
        CheckSchemes(egress);
        foreach (var entry in egress["allow"].Items())
            if (entry.AsText() is { } text && IsEverything(text))
                sink.Add(Rules.EverythingAllowed, entry, $"\"{text}\" opens this machine and its networks to every link.");
    }

    private void CheckSchemes(MapNode egress)
    {
        if (_egress.Schemes.Count == 0) return;
        var refused = bound.Plan.Start.Select(UrlOf).FirstOrDefault(u => u is not null && !_egress.Schemes.Contains(u.Split(':')[0]));
        if (refused is not null) sink.Add(Rules.SchemeRefused, egress["schemes"]!, $"\"{refused}\" is a start URL.");
    }

    private static string? UrlOf(StartPoint start) =>
        start switch { StartUrl s => s.Url, StartSitemap s => s.Url, _ => null };

    private static bool IsEverything(string text) =>
        text.StartsWith("*:", StringComparison.Ordinal) || text is "*" || text.EndsWith("/0", StringComparison.Ordinal);
}
