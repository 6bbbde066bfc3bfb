namespace Trawl.Pipelines.Language;

/// <summary>All maps and named kinds of values of a language, in the order in which a reader meets them.</summary>
internal sealed class ShapeCatalog
{
    private readonly HashSet<Shape> _seen = [];
    private readonly List<MapShape> _maps = [];
    private readonly Dictionary<string, ScalarShape> _scalars = new(StringComparer.Ordinal);

    public ShapeCatalog(MapShape root) => Visit(root);

    public IReadOnlyList<MapShape> Maps => _maps;

    /// <summary>One of each name, by name.</summary>
    public IReadOnlyList<ScalarShape> Scalars => [.. _scalars.Values.OrderBy(s => s.Name, StringComparer.Ordinal)];

    private void Visit(Shape shape)
    {
        if (!_seen.Add(shape)) return;
        if (shape is MapShape map) _maps.Add(map);
        if (shape is ScalarShape { Name: { } name } scalar) _scalars.TryAdd(name, scalar);
        foreach (var part in Parts(shape)) Visit(part);
    }

    private static IEnumerable<Shape> Parts(Shape shape) => shape switch
    {
        MapShape map => map.Keys.Select(k => k.Shape),
        ListShape list => [list.Item],
        TableShape table => [table.Key, table.Value],
        UnionShape union => union.Parts,
        _ => [],
    };
}
