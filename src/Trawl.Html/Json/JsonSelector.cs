namespace Trawl.Html.Json;

/// <summary>One selector of a segment (RFC 9535, section 2.3): picks children of a node.</summary>
internal abstract class JsonSelector
{
    public abstract void Apply(in JsonPathNode node, JsonPathRun run, List<JsonPathNode> into);
}
