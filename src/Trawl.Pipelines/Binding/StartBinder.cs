using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>start</c>.</summary>
internal static class StartBinder
{
    public static IReadOnlyList<StartPoint> Bind(Node? node, PipelineSource source, PlanPlaces places)
    {
        var points = new List<StartPoint>();
        foreach (var item in node.Items())
        {
            // Ranges of several entries together are held to the limit of one, so that a plan stays a plan.
            foreach (var point in Points(item, source))
                if (points.Count <= UrlRange.MaxUrls) points.Add(places.Add(point, item));
        }

        return points;
    }

    private static IEnumerable<StartPoint> Points(Node node, PipelineSource source)
    {
        if (node.AsText() is { } url) return Urls(url, "GET", null, null);
        if (node is not MapNode map) return [];
        if (map.Text("url") is { } text) return Urls(
            text, map.Text("method") ?? "GET", FetchBinder.Headers(map), map.Text("body"));
        if (map.Text("plugin") is { } plugin) return [new StartPlugin(plugin)];
        if (map.Text("sitemap") is { } sitemap) return [new StartSitemap(sitemap, map.Texts("include"))];
        return map.Text("file") is { } file ? [new StartFile(Path.GetFullPath(file, source.BaseDirectory))] : [];
    }

    private static IEnumerable<StartPoint> Urls(
        string text, string method, IReadOnlyList<HeaderPlan>? headers, string? body)
    {
        var noneOrSome = headers is { Count: > 0 } ? headers : null;
        return (UrlRange.Expand(text) ?? []).Select(url => new StartUrl(url, method, noneOrSome, body));
    }
}
