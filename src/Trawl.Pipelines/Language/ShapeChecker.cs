using System.Globalization;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Language;

/// <summary>Holds a tree against the language: kinds of values, unknown and missing keys, single values.</summary>
internal sealed class ShapeChecker(DiagnosticSink sink)
{
    public void Check(Node node, Shape shape)
    {
        // What an interpolation could not resolve has been reported; its text means nothing.
        if (node.IsFaulty && node is ScalarNode) return;
        switch (shape)
        {
            case ScalarShape scalar: CheckScalar(node, scalar); break;
            case ListShape list: CheckList(node, list); break;
            case MapShape map: CheckMap(node, map); break;
            case TableShape table: CheckTable(node, table); break;
            case UnionShape union: CheckUnion(node, union); break;
            case OpenShape when node is not MapNode: WrongKind(node, shape); break;
        }
    }

    private void CheckScalar(Node node, ScalarShape shape)
    {
        if (node is not ScalarNode scalar || scalar.IsNull) WrongKind(node, shape);
        else if (shape.Check(scalar.Text) is { } fault) sink.Add(
            fault.Rule, node, fault.Message, fault.Fix, fault.Offset);
    }

    private void CheckList(Node node, ListShape shape)
    {
        if (node is not ListNode list)
        {
            WrongKind(node, shape);
            return;
        }

        if (list.Items.Count == 0) sink.Add(Rules.EmptyList, node, "The list is empty.");
        else if (shape.Count is not null && list.Items.Count != shape.Count)
            sink.Add(Rules.WrongKind, node,
                string.Create(
                CultureInfo.InvariantCulture, $"The list has {list.Items.Count} items; {shape.Count} are expected."));
        foreach (var item in list.Items) Check(item, shape.Item);
    }

    private void CheckUnion(Node node, UnionShape shape)
    {
        Shape? fitting = node switch
        {
            ScalarNode { IsNull: false } => shape.Scalar,
            ListNode => shape.List,
            MapNode => shape.Map,
            _ => null,
        };
        if (fitting is null) WrongKind(node, shape);
        else Check(node, fitting);
    }

    private void CheckTable(Node node, TableShape shape)
    {
        if (node is not MapNode map)
        {
            WrongKind(node, shape);
            return;
        }

        if (map.Entries.Count == 0) sink.Add(Rules.EmptyList, node, "The map is empty.");
        foreach (var entry in map.Entries)
        {
            Check(entry.Key, shape.Key);
            Check(entry.Value, shape.Value);
        }
    }

    private void CheckMap(Node node, MapShape shape)
    {
        if (node is not MapNode map)
        {
            WrongKind(node, shape);
            return;
        }

        foreach (var entry in map.Entries) CheckEntry(map, entry, shape);
        foreach (var key in shape.Keys.Where(k => k.Required && map[k.Name] is null))
            sink.Add(Rules.MissingKey, node, $"The key \"{key.Name}\" is missing: {key.Doc}", $"Add \"{key.Name}:\".");
        CheckOneOf(map, shape);
    }

    private void CheckEntry(MapNode map, MapEntry entry, MapShape shape)
    {
        if (shape.Find(entry.Name) is not { } key)
        {
            sink.Add(shape.UnknownKeyRule, entry.Key, $"\"{entry.Name}\" is not a known key of {shape.Name}.",
                Spelling.Suggest(entry.Name, shape.Keys.Select(k => k.Name)));
            return;
        }

        if (key.OnlyWith.Count > 0 && !key.OnlyWith.Any(other => map[other] is not null))
            sink.Add(Rules.OnlyWith, entry.Key, $"\"{key.Name}\" only goes with {Quoted(key.OnlyWith)}.");
        Check(entry.Value, key.Shape);
    }

    private void CheckOneOf(MapNode map, MapShape shape)
    {
        var found = map.Entries.Where(e => shape.OneOf.Contains(e.Name)).ToList();
        foreach (var extra in found.Skip(1))
            sink.Add(Rules.OneOf, extra.Key, $"\"{extra.Name}\" and \"{found[0].Name}\" exclude each other.");
        // An unknown key was probably meant to be the one.
        bool hasUnknown = map.Entries.Any(e => shape.Find(e.Name) is null);
        if (found.Count == 0 && shape.NeedsOne && !hasUnknown)
            sink.Add(Rules.MissingKey, map, $"One of {Quoted(shape.OneOf)} is missing.", "Add one of them.");
    }

    private void WrongKind(Node node, Shape shape)
    {
        if (node is ScalarNode { IsNull: true }) sink.Add(
            Rules.NoValue, node, $"There is no value here; expected: {shape.Summary}.");
        else sink.Add(Rules.WrongKind, node, $"This is {node.Kind}; expected: {shape.Summary}.");
    }

    private static string Quoted(IReadOnlyList<string> names) => string.Join(", ", names.Select(n => $"\"{n}\""));
}
