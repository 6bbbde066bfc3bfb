using Trawl.Model.Plugins;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Plugins;

/// <summary>What the parts of a manifest mean together.</summary>
internal static class ManifestChecks
{
    public static void Run(MapNode root, PluginManifest manifest, DiagnosticSink sink)
    {
        if (manifest.Contract > PluginManifest.CurrentContract && root["contract"] is { } contract)
            sink.Add(Rules.WrongContract, contract,
                $"The plugin was written for contract {manifest.Contract}; this Trawl speaks contract {PluginManifest.CurrentContract}.");
        foreach (var setting in manifest.Settings)
            if (root.Map("settings")?[setting.Name] is MapNode map) CheckSetting(setting, map, sink);
        if (root.Map("needs") is { } needs) CheckReferences(manifest, needs, sink);
        foreach (var entry in root.Map("kinds")?.Entries ?? [])
            if (entry is { Name: not "sink", Value: MapNode offer } && offer.Entry("delivery") is { } delivery)
                sink.Add(Rules.OnlyWith, delivery.Key, "\"delivery\" only goes with \"sink\".");
    }

    private static void CheckSetting(PluginSetting setting, MapNode map, DiagnosticSink sink)
    {
        bool hasOrder = setting.Type is PluginSettingType.Integer or PluginSettingType.Decimal
            or PluginSettingType.Duration or PluginSettingType.Size;
        bool isText = setting.Type is PluginSettingType.Text or PluginSettingType.Url;
        foreach (string key in new[] { "min", "max" })
            if (!hasOrder && map.Entry(key) is { } bound) Unfit(setting, bound, sink);
        if (!isText && map.Entry("pattern") is { } pattern) Unfit(setting, pattern, sink);
        if (setting.Required && map.Entry("default") is { } unused)
            sink.Add(Rules.OneOf, unused.Key, "\"required\" and \"default\" exclude each other.", "Remove one of them.");
        var value = PluginSettingShapes.One(setting with { Min = null, Max = null, OneOf = [], Pattern = null });
        foreach (string key in new[] { "default", "min", "max", "oneOf" })
            foreach (var item in map[key].Items())
                if (item.AsText() is { } text && value.Check(text) is { } fault) sink.Add(fault.Rule, item, fault.Message, fault.Fix);
        if (setting.Default is { } given && !sink.HasErrors && PluginSettingShapes.One(setting).Check(given) is { } wrong)
            sink.Add(wrong.Rule, map["default"]!, wrong.Message, wrong.Fix);
    }

    private static void Unfit(PluginSetting setting, MapEntry entry, DiagnosticSink sink) => sink.Add(
        Rules.DoesNotFit, entry.Key, $"\"{entry.Name}\" does not fit a setting of type \"{PluginSettingShapes.NameOf(setting.Type)}\".");

    private static void CheckReferences(PluginManifest manifest, MapNode needs, DiagnosticSink sink)
    {
        foreach (var host in needs["hosts"].Items()) CheckReference(manifest, host, host.AsText(),
            [PluginSettingType.Text, PluginSettingType.Url], sink);
        foreach (var file in needs["files"].Items()) CheckReference(manifest, file,
            file.AsText() is { } text ? PluginKinds.SplitFile(text).Path : null, [PluginSettingType.Path], sink);
    }

    private static void CheckReference(
        PluginManifest manifest, Node node, string? text, PluginSettingType[] types, DiagnosticSink sink)
    {
        if (text is null || !PluginKinds.IsReference(text)) return;
        var setting = manifest.Settings.FirstOrDefault(s => s.Name == text[1..]);
        if (setting is null)
            sink.Add(Rules.BadReference, node, $"\"{text}\" names no setting of this manifest.",
                Spelling.Suggest(text[1..], manifest.Settings.Select(s => s.Name)));
        else if (!types.Contains(setting.Type))
            sink.Add(Rules.BadReference, node,
                $"\"{text}\" names a setting of type \"{PluginSettingShapes.NameOf(setting.Type)}\".",
                $"Give it the type \"{PluginSettingShapes.NameOf(types[^1])}\".");
    }
}
