using System.Text;
using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Turns a tree into a plan. Reports nothing: the language and the checks do.</summary>
internal static class PlanBinder
{
    public static BoundPlan Bind(MapNode root, PipelineSource source)
    {
        var places = new PlanPlaces(root);
        var start = StartBinder.Bind(root["start"], source, places);
        var plugins = BoundPlugins.Bind(root.Map("plugins"), source);
        var pages = new PageBinder(places, plugins).Bind(root);
        var plan = new PipelinePlan
        {
            Name = Name(root, source),
            Start = start,
            Scope = ScopeBinder.Bind(root.Map("scope"), start),
            Fetch = FetchBinder.Bind(root.Map("fetch")),
            Login = LoginBinder.Bind(root.Map("login")),
            Proxies = ProxyBinder.Bind(root["proxies"]),
            Egress = EgressBinder.Bind(root.Map("egress")),
            Incremental = root.Flag("incremental") ? new IncrementalPlan() : null,
            Capture = CaptureBinder.Bind(root),
            Canonical = FetchBinder.Canonical(root.Map("urls")),
            Plugins = plugins.Plans,
            Tools = ToolBinder.Servers(root.Map("tools"), source, places),
            Models = ModelBinder.Models(root.Map("models"), places),
            Parse = PluginUseBinder.Parsers(root["parse"], places),
            Pages = pages,
            Records = new RecordBinder(plugins, places).Bind(root.Map("records"), pages),
            Outputs = OutputBinder.Bind(root["outputs"], source, places),
            Drift = DriftBinder.Bind(root["drift"]),
            Sinks = PluginUseBinder.Sinks(root["outputs"], places),
        };
        return new BoundPlan(plan, places, plugins);
    }

    public static string Name(MapNode? root, PipelineSource source) =>
        root?.Text("name") ?? Slug(Path.GetFileNameWithoutExtension(source.File ?? ""));

    /// <summary><c>My Books_2.yaml</c> as <c>my-books-2</c>.</summary>
    internal static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (char c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        string made = slug.ToString(0, Math.Min(slug.Length, 40)).Trim('-');
        return made.Length == 0 ? "pipeline" : made;
    }
}
