namespace Trawl.Html.Json;

/// <summary>The children for which a logical expression holds.</summary>
internal sealed class FilterSelector(LogicalExpression condition) : JsonSelector
{
    public override void Apply(in JsonPathNode node, JsonPathRun run, List<JsonPathNode> into)
    {
        var children = run.Rent();
        run.AddChildren(node, children);
        foreach (var child in children)
        {
            if (run.Exhausted) break;
            if (condition.Holds(child.Value, run)) into.Add(child);
        }
        run.Return(children);
    }
}
