using System.Globalization;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Authoring;

/// <summary>
/// A map that a program writes: the same tree that YAML becomes, so that both are checked and bound alike.
/// </summary>
internal sealed class Draft
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <summary>Sets a text; a second one replaces the first.</summary>
    public void Set(string key, string value) => Put(key, value);

    public void Set(string key, bool value) => Put(key, value ? "true" : "false");

    public void Set(string key, long value) => Put(key, value.ToString(CultureInfo.InvariantCulture));

    public void Set(string key, Draft value) => Put(key, value);

    public void Set(string key, IEnumerable<object> items) => Put(key, items.ToList());

    /// <summary>Adds to a list, which is made when it is not there.</summary>
    public void Add(string key, IEnumerable<object> items)
    {
        if (!_values.TryGetValue(key, out var list)) Put(key, list = new List<object>());
        ((List<object>)list).AddRange(items);
    }

    /// <summary>The map of a key, made when it is not there.</summary>
    public Draft Map(string key)
    {
        if (_values.TryGetValue(key, out var there) && there is Draft draft) return draft;
        var made = new Draft();
        Put(key, made);
        return made;
    }

    public MapNode ToNode()
    {
        var map = new MapNode();
        foreach (string key in _order) map.TryAdd(Scalar(key), Node(_values[key]));
        return map;
    }

    private void Put(string key, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!_values.ContainsKey(key)) _order.Add(key);
        _values[key] = value;
    }

    private static Node Node(object value) => value switch
    {
        Draft draft => draft.ToNode(),
        List<object> items => List(items),
        _ => Scalar((string)value),
    };

    private static ListNode List(List<object> items)
    {
        var list = new ListNode();
        foreach (var item in items) list.Add(Node(item));
        return list;
    }

    private static ScalarNode Scalar(string text) => new(text, ScalarStyle.Code);
}
