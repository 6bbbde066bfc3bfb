using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>pages</c>.</summary>
internal sealed class PageBinder(PlanPlaces places, BoundPlugins plugins)
{
    private readonly FieldBinder _fields = new(places);

    public IReadOnlyList<PageRule> Bind(MapNode root) =>
        [.. root.Entries("pages").Where(e => e.Value is MapNode).Select(e => Rule(e.Name, (MapNode)e.Value))];

    private PageRule Rule(string name, MapNode map) => places.Add(new PageRule
    {
        Name = name,
        Urls = map.Texts("url"),
        ContentTypes = map.Texts("contentType"),
        Selector = SelectorBinder.One(map["has"]),
        Render = RenderBinder.Bind(map),
        Follow = [.. map["follow"].Items().Select(Follow).OfType<FollowStep>()],
        Extract = [.. map.Entries("extract").Where(e => e.Value is MapNode)
            .Select(e => Extract(e.Name, (MapNode)e.Value))],
    }, map);

    private FollowStep? Follow(Node node)
    {
        if (SelectorBinder.One(node) is not { } found) return null;
        var map = node as MapNode ?? new MapNode();
        // "a::attr(data-href)" names the attribute in the selector; a link has no other use for it.
        string? fromCss = found.Take is ['@', .. var name] ? name : null;
        return places.Add(new FollowStep
        {
            Selector = found with { Take = null },
            Attribute = map.Text("attribute") ?? fromCss ?? "href",
            Include = map.Texts("include"),
            Exclude = map.Texts("exclude"),
            Template = map.Text("template"),
            SameDepth = map.Flag("pagination"),
        }, node);
    }

    private ExtractStep Extract(string record, MapNode map) => places.Add(new ExtractStep
    {
        Record = record,
        Each = SelectorBinder.One(map["each"]),
        Plugin = map.Text("plugin"),
        Fields = map.Text("plugin") is { } plugin
            ? PluginUseBinder.Fields(plugins.Find(plugin)?.Manifest, PluginKind.Extract) : _fields.Bind(map.Entries("fields")),
    }, map);
}
