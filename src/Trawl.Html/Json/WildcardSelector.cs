namespace Trawl.Html.Json;

/// <summary>All children.</summary>
internal sealed class WildcardSelector : JsonSelector
{
    public override void Apply(in JsonPathNode node, JsonPathRun run, List<JsonPathNode> into) =>
        run.AddChildren(node, into);
}
