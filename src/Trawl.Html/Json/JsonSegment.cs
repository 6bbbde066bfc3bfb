using System.Runtime.InteropServices;

namespace Trawl.Html.Json;

/// <summary>One segment: its selectors applied to the children, or with <c>..</c> to every descendant's children.</summary>
internal sealed class JsonSegment(JsonSelector[] selectors, bool descend)
{
    /// <summary>The only selector when the segment can give at most one node, otherwise null.</summary>
    public JsonSelector? Singular =>
        !descend && selectors is [NameSelector or IndexSelector] ? selectors[0] : null;

    public void Apply(in JsonPathNode node, JsonPathRun run, List<JsonPathNode> into)
    {
        if (descend) Descend(node, run, into);
        else Select(node, run, into);
    }

    private void Select(in JsonPathNode node, JsonPathRun run, List<JsonPathNode> into)
    {
        foreach (var selector in selectors) selector.Apply(node, run, into);
    }

    // An explicit stack: how deep a document nests is the page's choice.
    private void Descend(in JsonPathNode from, JsonPathRun run, List<JsonPathNode> into)
    {
        var stack = run.Rent();
        stack.Add(from);
        while (stack.Count > 0 && run.Spend())
        {
            var node = stack[^1];
            stack.RemoveAt(stack.Count - 1);
            Select(node, run, into);
            var first = stack.Count;
            run.AddChildren(node, stack);
            CollectionsMarshal.AsSpan(stack)[first..].Reverse();
        }
        run.Return(stack);
    }
}
