using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Plugins;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Checks;

/// <summary>Whether the plugins that a pipeline names are declared, offer what is asked of them, and are used at all.</summary>
internal sealed class PluginUseChecks(BoundPlan bound, DiagnosticSink sink)
{
    private readonly PipelinePlan _plan = bound.Plan;
    private readonly PlanPlaces _places = bound.Places;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public void Run()
    {
        foreach (var start in _plan.Start.OfType<StartPlugin>()) Check(start.Plugin, PluginKind.Source, _places.Of(start, "plugin"));
        foreach (var parser in _plan.Parse) Check(parser.Plugin, PluginKind.Parse, _places.Of(parser, "plugin"));
        foreach (var step in _plan.Pages.SelectMany(p => p.Extract).Where(s => s.Plugin is not null)) CheckExtract(step);
        foreach (var type in _plan.Records)
            foreach (var step in type.Steps.Where(step => step.Fields is null)) CheckStep(type, step);
        foreach (var sinkPlan in _plan.Sinks) CheckSink(sinkPlan);
        foreach (var plugin in bound.Plugins.All)
            if (!_used.Contains(plugin.Plan.Name) && !plugin.Entry.Value.HasFault)
                sink.Add(Rules.UnusedPlugin, plugin.Entry.Key, $"Nothing asks anything of the plugin \"{plugin.Plan.Name}\".");
    }

    private void CheckExtract(ExtractStep step)
    {
        Check(step.Plugin!, PluginKind.Extract, _places.Of(step, "plugin"));
        if (step.Each is not null)
            sink.Add(Rules.OnlyWith, _places.KeyOf(step, "each"),
                "\"each\" only goes with \"fields\".", "Remove it: the plugin finds its records itself.");
    }

    private void CheckStep(RecordType type, RecordStep step)
    {
        var node = _places.Of(step);
        string key = ManifestLanguage.KindsByName.First(k => k.Value == step.Kind).Key;
        var place = (node as MapNode)?[key] ?? node;
        Check(step.Plugin, step.Kind, place);
        var manifest = bound.Plugins.Find(step.Plugin)?.Manifest;
        if (node is ScalarNode && PluginUseBinder.RecordKinds(manifest).Count > 1)
            sink.Add(Rules.WrongPluginKind, node, $"\"{step.Plugin}\" offers several kinds of work on records.",
                $"Say which, as in {{ transform: {step.Plugin} }}.");
        foreach (var field in manifest?.Offer(step.Kind)?.Fields ?? [])
            if (type.Fields.FirstOrDefault(f => f.Name == field.Name) is { } other && (other.Type, other.Many) != (field.Type, field.Many))
                sink.Add(Rules.TypeConflict, place,
                    $"The field \"{field.Name}\" of \"{type.Name}\" is {TypeNames.Of(other.Type)}, "
                    + $"and {TypeNames.Of(field.Type)} for the plugin \"{step.Plugin}\".");
    }

    private void CheckSink(SinkPlan output)
    {
        Check(output.Plugin, PluginKind.Sink, _places.Of(output, "plugin"));
        if (_places.Of(output) is not MapNode map || _places.Root["pages"] is { HasFault: true }) return;
        foreach (var item in map["records"].Items())
            if (item.AsText() is { } name && _plan.Records.All(r => r.Name != name))
                sink.Add(Rules.UnknownRecord, item, $"No rule extracts \"{name}\".", Spelling.Suggest(name, _plan.Records.Select(r => r.Name)));
    }

    private void Check(string name, PluginKind kind, Node place)
    {
        if (name.Length == 0 || place.IsFaulty) return;
        _used.Add(name);
        if (bound.Plugins.Find(name) is not { } plugin)
            sink.Add(Rules.UndeclaredPlugin, place, $"The plugin \"{name}\" is not declared under \"plugins\".",
                bound.Plugins.All.Count == 0 ? null : Spelling.Suggest(name, bound.Plugins.All.Select(p => p.Plan.Name)));
        else if (plugin.Manifest is { } manifest && manifest.Offer(kind) is null)
            sink.Add(Rules.WrongPluginKind, place,
                $"The plugin \"{manifest.Id}\" offers {Offers(manifest)}, not \"{ManifestLanguage.KindsByName.First(k => k.Value == kind).Key}\".");
    }

    private static string Offers(PluginManifest manifest) => string.Join(", ",
        manifest.Offers.Select(o => $"\"{ManifestLanguage.KindsByName.First(k => k.Value == o.Kind).Key}\""));
}
