using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>The member of an object by its name.</summary>
internal sealed class NameSelector(string name) : JsonSelector
{
    public string Name => name;

    public override void Apply(in JsonPathNode node, JsonPathRun run, List<JsonPathNode> into)
    {
        if (TryGet(node.Value, out var value)) into.Add(run.Child(node, value, name));
    }

    public bool TryGet(JsonElement value, out JsonElement member)
    {
        member = default;
        return value.ValueKind == JsonValueKind.Object && JsonText.TryGetMember(value, name, out member);
    }
}
