using System.Globalization;
using System.Text;
using Trawl.Api.Graphs;

namespace Trawl.Cli.Summaries;

/// <summary>A graph as Mermaid's flowchart text.</summary>
internal static class MermaidText
{
    public static string Of(PlanGraph graph)
    {
        var text = new StringBuilder("flowchart LR\n");
        var names = graph.Nodes.Select((node, i) => (node.Id, Name: string.Create(CultureInfo.InvariantCulture, $"n{i + 1}")))
            .ToDictionary(n => n.Id, n => n.Name);
        foreach (var node in graph.Nodes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {names[node.Id]}[\"{Quoted(node.Kind)}: {Quoted(node.Title)}\"]\n");
        }

        foreach (var edge in graph.Edges)
        {
            var label = edge.Label is null ? edge.Kind : $"{edge.Kind}: {edge.Label}";
            text.Append(CultureInfo.InvariantCulture, $"  {names[edge.From]} -->|\"{Quoted(label)}\"| {names[edge.To]}\n");
        }

        return text.ToString();
    }

    /// <summary>As an HTML entity each character that would end the label or begin markup.</summary>
    private static string Quoted(string text) => string.Concat(text.Select(c => c is '"' or '#' or '<' or '>' or '&' || char.IsControl(c)
        ? string.Create(CultureInfo.InvariantCulture, $"#{(int)c};")
        : $"{c}"));
}
