using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>A root (<c>$</c> or <c>@</c>) and its segments.</summary>
internal sealed class JsonQuery(bool absolute, JsonSegment[] segments)
{
    private readonly JsonSelector[]? _singular = Singular(segments);

    /// <summary>True when the query gives at most one node (RFC 9535, section 2.3.5.1).</summary>
    public bool IsSingular => _singular is not null;

    public void Select(JsonElement current, JsonPathRun run, List<JsonPathNode> into)
    {
        var now = run.Rent();
        now.Add(new JsonPathNode(absolute ? run.Root : current, null));
        foreach (var segment in segments)
        {
            var next = run.Rent();
            foreach (var node in now) segment.Apply(node, run, next);
            run.Return(now);
            now = next;
        }
        into.AddRange(now);
        run.Return(now);
    }

    /// <summary>The one value of a singular query, or "Nothing" (an undefined element).</summary>
    public JsonElement Value(JsonElement current, JsonPathRun run)
    {
        var value = absolute ? run.Root : current;
        foreach (var selector in _singular!)
        {
            run.Spend();
            var found = selector is NameSelector name
                ? name.TryGet(value, out var next)
                : ((IndexSelector)selector).TryGet(value, out next, out _);
            if (!found) return default;
            value = next;
        }
        return value;
    }

    public int Count(JsonElement current, JsonPathRun run) => With(current, run, static nodes => nodes.Count);

    public bool Exists(JsonElement current, JsonPathRun run) => IsSingular
        ? Value(current, run).ValueKind != JsonValueKind.Undefined
        : Count(current, run) > 0;

    /// <summary>The value of the only node, "Nothing" when there are none or several.</summary>
    public JsonElement Only(JsonElement current, JsonPathRun run) => IsSingular
        ? Value(current, run)
        : With(current, run, static nodes => nodes.Count == 1 ? nodes[0].Value : default);

    private T With<T>(JsonElement current, JsonPathRun run, Func<List<JsonPathNode>, T> use)
    {
        var nodes = run.Rent();
        Select(current, run, nodes);
        var result = use(nodes);
        run.Return(nodes);
        return result;
    }

    private static JsonSelector[]? Singular(JsonSegment[] segments)
    {
        var chain = new JsonSelector[segments.Length];
        for (var i = 0; i < chain.Length; i++)
        {
            if (segments[i].Singular is not { } selector) return null;
            chain[i] = selector;
        }
        return chain;
    }
}
