using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Plugins;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds the places of a pipeline where plugins work.</summary>
internal static class PluginUseBinder
{
    private static readonly PluginKind[] _recordKinds = [PluginKind.Transform, PluginKind.Enrich, PluginKind.Validate];

    public static IReadOnlyList<ParseStep> Parsers(Node? node, PlanPlaces places) =>
        [.. node.Items().OfType<MapNode>().Select(map =>
            places.Add(new ParseStep(map.Text("plugin") ?? "", map.Texts("url"), map.Texts("contentType")), map))];

    public static IReadOnlyList<SinkPlan> Sinks(Node? node, PlanPlaces places) =>
        [.. node.Items().OfType<MapNode>().Where(map => map["plugin"] is not null).Select(map =>
            places.Add(new SinkPlan(map.Text("plugin") ?? "", map.Texts("records"), map.Count("batch") ?? 500), map))];

    public static IReadOnlyList<RecordStep> Steps(Node? node, BoundPlugins plugins, PlanPlaces places) =>
        [.. node.Items().Select(item => Step(item, plugins, places) is { } step ? places.Add(step, item) : null).OfType<RecordStep>()];

    /// <summary>Which kinds of work on records a plugin offers.</summary>
    public static IReadOnlyList<PluginKind> RecordKinds(PluginManifest? manifest) =>
        [.. _recordKinds.Where(kind => manifest?.Offer(kind) is not null)];

    /// <summary>The fields that a plugin writes, as columns.</summary>
    public static IReadOnlyList<FieldPlan> Fields(PluginManifest? manifest, PluginKind kind) =>
        [.. (manifest?.Offer(kind)?.Fields ?? []).Select(field => new FieldPlan
        {
            Name = field.Name,
            Source = FieldSource.Plugin,
            Type = field.Type,
            Many = field.Many,
        })];

    /// <summary>A name alone means the one kind the plugin offers; with several it means transform, and is reported.</summary>
    private static RecordStep? Step(Node node, BoundPlugins plugins, PlanPlaces places)
    {
        if (node.AsText() is { } name)
        {
            var kinds = RecordKinds(plugins.Find(name)?.Manifest);
            return new RecordStep(kinds.Count == 1 ? kinds[0] : PluginKind.Transform, name);
        }

        if (node is MapNode step && (step["call"] ?? step["ask"]) is not null) return Enrichment(step, places);
        foreach (var kind in _recordKinds)
        {
            string key = ManifestLanguage.KindsByName.First(k => k.Value == kind).Key;
            if ((node as MapNode)?.Text(key) is { } plugin) return new RecordStep(kind, plugin);
        }

        return null;
    }

    private static RecordStep? Enrichment(MapNode map, PlanPlaces places)
    {
        var (call, ask) = (ToolBinder.Call(map), ModelBinder.Ask(map));
        return call is null && ask is null ? null
            : new RecordStep(PluginKind.Enrich, call?.Name ?? ask!.Model)
            {
                Call = call, Ask = call is null ? ask : null, Fields = ToolBinder.Fields(map, places),
            };
    }
}
