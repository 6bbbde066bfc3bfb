using Trawl.Api.Graphs;
using Trawl.Model.Plans;

namespace Trawl.Hosting.Graphs;

/// <summary>Draws a plan as a graph.</summary>
internal sealed class PlanGraphs
{
    private const string Frontier = "frontier";

    private readonly PipelinePlan _plan;
    private readonly List<PlanNode> _nodes = [];
    private readonly List<PlanEdge> _edges = [];

    private PlanGraphs(PipelinePlan plan) => _plan = plan;

    public static PlanGraph Of(PipelinePlan plan)
    {
        var graph = new PlanGraphs(plan);
        graph.AddStart();
        graph.AddRules();
        graph.AddRecords();
        return new PlanGraph(plan.Name, graph._nodes, graph._edges);
    }

    private void AddStart()
    {
        foreach (var (start, number) in _plan.Start.Select((s, i) => (s, i + 1)))
        {
            Link(Node($"start:{number}", "start", Title(start)), Frontier, "requests");
        }

        Node(Frontier, Frontier, "frontier", [
            .. _plan.Scope.Include.Select(pattern => $"include {pattern}"),
            .. _plan.Scope.Exclude.Select(pattern => $"exclude {pattern}"),
        ]);
        foreach (var (parse, number) in _plan.Parse.Select((p, i) => (p, i + 1)))
        {
            Link(Frontier, Node($"parse:{number}", "parse", parse.Plugin, parse.Urls), "pages");
        }
    }

    private void AddRules()
    {
        foreach (var rule in _plan.Pages)
        {
            var id = Node($"rule:{rule.Name}", "rule", rule.Name, [.. rule.Urls, .. rule.Render is null ? (string[])[] : ["opened in a browser"]]);
            Link(Frontier, id, "pages", rule.Urls.Count == 0 ? null : string.Join(", ", rule.Urls));
            foreach (var follow in rule.Follow)
            {
                Link(id, Frontier, "links", follow.Selector.Text);
            }

            foreach (var extract in rule.Extract)
            {
                Link(id, $"record:{extract.Record}", "records", extract.Plugin ?? extract.Each?.Text);
            }
        }
    }

    private void AddRecords()
    {
        foreach (var record in _plan.Records)
        {
            Node($"record:{record.Name}", "record", record.Name, [
                .. record.Key.Count == 0 ? (string[])[] : [$"key {string.Join(", ", record.Key)}"],
                .. record.Fields.Select(field => field.Name),
            ]);
        }

        foreach (var (output, number) in _plan.Outputs.Select((o, i) => (o, i + 1)))
        {
            var id = Node($"output:{number}", "output", output.Format.ToString().ToLowerInvariant(), output.Path is null ? [] : [output.Path]);
            Collect(output.Records, id);
        }

        foreach (var (sink, number) in _plan.Sinks.Select((s, i) => (s, i + 1)))
        {
            Collect(sink.Records, Node($"sink:{number}", "sink", sink.Plugin));
        }
    }

    private void Collect(IReadOnlyList<string> records, string to)
    {
        foreach (var record in records.Count > 0 ? records : [.. _plan.Records.Select(r => r.Name)])
        {
            Link($"record:{record}", to, "records");
        }
    }

    private string Node(string id, string kind, string title, IReadOnlyList<string>? details = null)
    {
        _nodes.Add(new PlanNode(id, kind, title, details ?? []));
        return id;
    }

    private void Link(string from, string to, string kind, string? label = null) => _edges.Add(new PlanEdge(from, to, kind, label));

    private static string Title(StartPoint start) => start switch
    {
        StartUrl url => url.Url,
        StartSitemap sitemap => sitemap.Url,
        StartFile file => file.Path,
        StartPlugin plugin => plugin.Plugin,
        _ => start.GetType().Name,
    };
}
