using Trawl.Model.Plans;
using Trawl.Pipelines.Plugins;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>plugins</c>: finds each, and reads its manifest.</summary>
internal sealed class BoundPlugins(IReadOnlyList<BoundPlugin> all)
{
    public IReadOnlyList<BoundPlugin> All { get; } = all;

    public IReadOnlyList<PluginPlan> Plans => [.. All.Select(plugin => plugin.Plan)];

    public static BoundPlugins Bind(MapNode? map, PipelineSource source) =>
        new([.. (map?.Entries ?? []).Select(entry => Bind(entry, source))]);

    public BoundPlugin? Find(string name) => All.FirstOrDefault(plugin => plugin.Plan.Name == name);

    private static BoundPlugin Bind(MapEntry entry, PipelineSource source)
    {
        var map = entry.Value as MapNode;
        string? use = map is null ? entry.Value.AsText() : map.Text("use");
        var found = use is null ? null : source.Plugins.Find(use, source.BaseDirectory);
        var manifest = found?.Manifest;
        return new BoundPlugin(entry, use, found, new PluginPlan
        {
            Name = entry.Name,
            Id = manifest?.Id ?? use ?? "",
            Version = manifest?.Version ?? "",
            Folder = found?.Folder ?? "",
            Settings = manifest is null ? "{}" : PluginSettingsJson.Write(manifest, map?.Map("settings"), source.BaseDirectory),
            Grant = ManifestBinder.Capabilities(map?.Map("grant"), path => Full(path, source.BaseDirectory)),
            Timeout = map?.Time("timeout") ?? new PluginPlan { Name = "", Id = "", Version = "", Folder = "" }.Timeout,
            Workers = map?.Count("workers"),
        });
    }

    private static string Full(string path, string baseDirectory) => path.Contains('\0') ? "" : Path.GetFullPath(path, baseDirectory);
}
