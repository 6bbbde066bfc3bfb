using Trawl.Model.Plugins;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Language;
using Trawl.Pipelines.Plugins;
using Trawl.Pipelines.Syntax;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Checks;

/// <summary>Whether the plugins of a pipeline are there, their settings are right, and they are granted what they need.</summary>
internal sealed class PluginChecks(BoundPlan bound, DiagnosticSink sink)
{
    public void Run(PipelineSource source)
    {
        foreach (var plugin in bound.Plugins.All)
        {
            if (plugin.Use is null || plugin.Entry.Key.IsFaulty) continue;
            if (plugin.Found is null) ReportMissing(plugin, source);
            else if (plugin.Manifest is null) ReportBroken(plugin);
            else Check(plugin, plugin.Manifest);
        }
    }

    private static Node UseOf(BoundPlugin plugin) => plugin.Map?["use"] ?? plugin.Entry.Value;

    private void ReportMissing(BoundPlugin plugin, PipelineSource source)
    {
        if (PluginKinds.IsFolder(plugin.Use!))
        {
            sink.Add(Rules.UnknownPlugin, UseOf(plugin),
                $"The folder \"{Path.GetFullPath(plugin.Use!, source.BaseDirectory)}\" holds no {PluginManifest.FileName}.",
                "Correct the path, or make a plugin there with \"trawl plugin new\".");
            return;
        }

        var folders = source.Plugins.After(source.BaseDirectory);
        string? near = Spelling.Nearest(plugin.Use!, folders.List().Select(found => found.Id).OfType<string>());
        sink.Add(Rules.UnknownPlugin, UseOf(plugin),
            $"There is no plugin \"{plugin.Use}\" in {string.Join(" or ", folders.Roots.Select(r => $"\"{r}\""))}.",
            near is null ? null : $"Did you mean \"{near}\"?");
    }

    private void ReportBroken(BoundPlugin plugin)
    {
        var errors = plugin.Found!.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        string more = errors.Count > 1 ? FormattableString.Invariant($" (and {errors.Count - 1} more)") : "";
        sink.Add(Rules.BrokenManifest, UseOf(plugin), $"The manifest of \"{plugin.Use}\" is wrong: {errors[0]}{more}");
    }

    private void Check(BoundPlugin plugin, PluginManifest manifest)
    {
        var settings = plugin.Map?["settings"];
        if (settings is MapNode map) new ShapeChecker(sink).Check(map, PluginSettingShapes.Of(manifest));
        if (settings is null && manifest.Settings.FirstOrDefault(s => s.Required) is { } missing)
            sink.Add(Rules.MissingKey, plugin.Map ?? plugin.Entry.Value,
                $"The setting \"{missing.Name}\" of \"{manifest.Id}\" is missing{(missing.Doc.Length > 0 ? ": " + missing.Doc : ".")}",
                $"Add settings: {{ {missing.Name}: … }}.");
        if (settings is not { HasFault: true } && plugin.Map?["grant"] is not { HasFault: true })
            new GrantChecks(plugin, manifest, sink).Run();
    }
}
