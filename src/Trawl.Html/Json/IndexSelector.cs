using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>An element of an array by its index; negative counts from the end.</summary>
internal sealed class IndexSelector(long index) : JsonSelector
{
    public override void Apply(in JsonPathNode node, JsonPathRun run, List<JsonPathNode> into)
    {
        if (TryGet(node.Value, out var item, out var at)) into.Add(run.Child(node, item, at));
    }

    public bool TryGet(JsonElement value, out JsonElement item, out int at)
    {
        (item, at) = (default, 0);
        if (value.ValueKind != JsonValueKind.Array) return false;
        var length = value.GetArrayLength();
        var real = index < 0 ? index + length : index;
        if (real < 0 || real >= length) return false;
        at = (int)real;
        item = value[at];
        return true;
    }
}
