namespace Trawl.Pipelines.Syntax;

/// <summary>Keys with values, in the order written; no key twice.</summary>
internal sealed class MapNode : Node
{
    private readonly List<MapEntry> _entries = [];
    private readonly Dictionary<string, MapEntry> _byName = new(StringComparer.Ordinal);

    public IReadOnlyList<MapEntry> Entries => _entries;

    public override string Kind => "a map";

    public override IEnumerable<Node> Children => _entries.SelectMany(e => new[] { e.Key, e.Value });

    public Node? this[string name] => _byName.GetValueOrDefault(name)?.Value;

    public MapEntry? Entry(string name) => _byName.GetValueOrDefault(name);

    /// <summary>False when the key is there already.</summary>
    public bool TryAdd(ScalarNode key, Node value)
    {
        var entry = new MapEntry(key, value);
        if (!_byName.TryAdd(key.Text, entry)) return false;
        _entries.Add(entry);
        Adopt(key, key.Text);
        Adopt(value, key.Text);
        return true;
    }

    public override Node Copy()
    {
        var copy = new MapNode { Start = Start, End = End };
        foreach (var (key, value) in _entries) copy.TryAdd((ScalarNode)key.Copy(), value.Copy());
        return copy;
    }
}
