using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>
/// One evaluation: the root, whether paths are kept, and what is left of the work allowance. Nested descendant
/// queries can visit nodes many times over; the allowance makes that an answer ("incomplete") and not a hang.
/// </summary>
internal sealed class JsonPathRun(JsonElement root, bool keepPaths, IRegexpCache regexps)
{
    private const int Allowance = 20_000_000;

    private readonly Stack<List<JsonPathNode>> _free = new();
    private int _left = Allowance;

    public JsonElement Root { get; } = root;

    public bool KeepPaths { get; } = keepPaths;

    public IRegexpCache Regexps { get; } = regexps;

    public bool Exhausted => _left < 0;

    /// <summary>Pays for one visited node; false when nothing is left.</summary>
    public bool Spend() => --_left >= 0;

    public List<JsonPathNode> Rent() => _free.TryPop(out var list) ? list : new List<JsonPathNode>();

    public void Return(List<JsonPathNode> list)
    {
        list.Clear();
        _free.Push(list);
    }

    public JsonPathNode Child(in JsonPathNode parent, JsonElement value, string name) =>
        new(value, KeepPaths ? new PathStep(parent.Path, name, -1) : null);

    public JsonPathNode Child(in JsonPathNode parent, JsonElement value, int index) =>
        new(value, KeepPaths ? new PathStep(parent.Path, null, index) : null);

    /// <summary>Adds every child, in document order.</summary>
    public void AddChildren(in JsonPathNode parent, List<JsonPathNode> into)
    {
        if (parent.Value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in parent.Value.EnumerateArray())
            {
                if (!Spend()) return;
                into.Add(Child(parent, item, index++));
            }
        }
        else if (parent.Value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in parent.Value.EnumerateObject())
            {
                if (!Spend()) return;
                into.Add(KeepPaths ? Child(parent, member.Value, JsonText.NameOf(member)) : new JsonPathNode(member.Value, null));
            }
        }
    }
}
