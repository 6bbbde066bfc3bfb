namespace Trawl.Pipelines.Syntax;

/// <summary>A list of values.</summary>
internal sealed class ListNode : Node
{
    private readonly List<Node> _items = [];

    public IReadOnlyList<Node> Items => _items;

    public override string Kind => "a list";

    public override IEnumerable<Node> Children => _items;

    public void Add(Node item)
    {
        Adopt(item, _items.Count);
        _items.Add(item);
    }

    public override Node Copy()
    {
        var copy = new ListNode { Start = Start, End = End };
        foreach (var item in _items) copy.Add(item.Copy());
        return copy;
    }
}
