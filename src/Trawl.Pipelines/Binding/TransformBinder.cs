using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds transforms.</summary>
internal static class TransformBinder
{
    public static IReadOnlyList<TransformPlan> Bind(Node? node) =>
        [.. node.Items().Select(One).OfType<TransformPlan>()];

    private static TransformPlan? One(Node node)
    {
        if (node.AsText() is { } name) return new TransformPlan(name, []);
        if (node is not MapNode { Entries: [var entry, ..] }) return null;
        return new TransformPlan(entry.Name, [.. Arguments(entry.Value).Select(a => a.AsText()).OfType<string>()]);
    }

    /// <summary>A map's pairs one after the other; a list's items; a single value.</summary>
    private static IEnumerable<Node> Arguments(Node node) =>
        node is MapNode map ? map.Entries.SelectMany(e => new[] { e.Key, e.Value }) : node.Items();
}
