using System.Runtime.CompilerServices;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>
/// Remembers which piece of the tree each part of a plan came from, so that checks of the plan can point there.
/// </summary>
internal sealed class PlanPlaces(MapNode root)
{
    private readonly ConditionalWeakTable<object, Node> _nodes = [];

    public MapNode Root { get; } = root;

    public T Add<T>(T part, Node node) where T : class
    {
        _nodes.AddOrUpdate(part, node);
        return part;
    }

    /// <summary>Where the part was written; the whole pipeline when that is not known.</summary>
    public Node Of(object part) => _nodes.TryGetValue(part, out var node) ? node : Root;

    /// <summary>Where a key of the part was written; the part itself when the key is not there.</summary>
    public Node Of(object part, string key) => Of(part) is MapNode map ? map[key] ?? map : Of(part);

    /// <summary>Where a key itself was written.</summary>
    public Node KeyOf(object part, string key) => Of(part) is MapNode map ? map.Entry(key)?.Key ?? (Node)map : Of(part);
}
