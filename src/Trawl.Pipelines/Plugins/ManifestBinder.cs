using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Language;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Plugins;

/// <summary>Turns a tree into a manifest. Reports nothing: the language and the checks do.</summary>
internal static class ManifestBinder
{
    public static PluginManifest Bind(MapNode root) => new()
    {
        Id = root.Text("id") ?? "",
        Version = root.Text("version") ?? "",
        Contract = root.Count("contract") ?? 0,
        Doc = root.Text("doc"),
        Run = root.Texts("run"),
        Offers = [.. Offers(root["kinds"])],
        Settings = [.. root.Entries("settings").Select(e => Setting(e.Name, e.Value as MapNode ?? new MapNode()))],
        Needs = Capabilities(root.Map("needs"), static path => path),
    };

    /// <summary>What is needed or granted; <paramref name="path"/> makes a file's path what the caller wants.</summary>
    public static PluginCapabilities Capabilities(MapNode? map, Func<string, string> path) => map is null ? new() : new PluginCapabilities
    {
        Hosts = map.Texts("hosts"),
        Files = [.. map.Texts("files").Select(PluginKinds.SplitFile).Select(f => new PluginFile(path(f.Path), f.Write))],
        Secrets = map.Texts("secrets"),
        Processes = map.Flag("processes"),
        Memory = map.Size("memory") ?? PluginCapabilities.FreeMemory,
    };

    private static IEnumerable<PluginOffer> Offers(Node? node) => node is MapNode map
        ? map.Entries.Select(e => Offer(e.Name, e.Value as MapNode)).OfType<PluginOffer>()
        : node.Items().Select(n => n.AsText()).OfType<string>().Select(name => Offer(name, null)).OfType<PluginOffer>();

    private static PluginOffer? Offer(string name, MapNode? map) =>
        ManifestLanguage.KindsByName.TryGetValue(name, out var kind)
            ? new PluginOffer
            {
                Kind = kind,
                Fields = [.. (map?.Entries("fields") ?? []).Select(Field)],
                Delivery = map?.Text("delivery") == "exactly-once" ? PluginDelivery.ExactlyOnce : PluginDelivery.AtLeastOnce,
            }
            : null;

    private static PluginField Field(MapEntry entry)
    {
        var map = entry.Value as MapNode;
        string type = (map is null ? entry.Value.AsText() : map.Text("type")) ?? "text";
        return new PluginField(entry.Name, FieldLanguage.Types.GetValueOrDefault(type, FieldType.Text), map?.Flag("many") ?? false);
    }

    private static PluginSetting Setting(string name, MapNode map) => new()
    {
        Name = name,
        Type = ManifestLanguage.SettingTypes.GetValueOrDefault(map.Text("type") ?? "text"),
        Many = map.Flag("many"),
        Required = map.Flag("required"),
        Default = map.Text("default"),
        Min = map.Text("min"),
        Max = map.Text("max"),
        Pattern = map.Text("pattern"),
        OneOf = map.Texts("oneOf"),
        Doc = map.Text("doc") ?? "",
    };
}
