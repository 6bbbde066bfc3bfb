using Trawl.Model.Plugins;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Language;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Plugins;

/// <summary>Settings of a plugin outside any pipeline, as its author tries it.</summary>
public static class PluginSettingsText
{
    /// <summary>The settings as workers get them, defaults filled in; null when they are not what the manifest asks for.</summary>
    /// <param name="manifest">The plugin's manifest.</param>
    /// <param name="text">A map, as YAML or JSON.</param>
    /// <param name="folder">What relative paths are relative to.</param>
    public static string? Check(PluginManifest manifest, string text, string folder) =>
        Compile(manifest, text, folder, out var json).Count == 0 ? json : null;

    /// <summary>All that is wrong with the settings; empty when nothing is.</summary>
    /// <param name="manifest">The plugin's manifest.</param>
    /// <param name="text">A map, as YAML or JSON.</param>
    /// <param name="folder">What relative paths are relative to.</param>
    /// <param name="json">The settings as workers get them.</param>
    public static IReadOnlyList<Diagnostic> Compile(PluginManifest manifest, string text, string folder, out string json)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(text);
        var source = new SourceText(text);
        var sink = new DiagnosticSink("settings", source);
        var map = YamlReader.Read(source, sink);
        if (map is not null) new ShapeChecker(sink).Check(map, PluginSettingShapes.Of(manifest));
        json = PluginSettingsJson.Write(manifest, map, folder);
        return sink.ToList();
    }
}
