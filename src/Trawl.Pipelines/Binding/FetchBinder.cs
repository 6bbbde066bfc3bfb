using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>fetch</c> and <c>urls</c>.</summary>
internal static class FetchBinder
{
    private static readonly FetchPlan _default = new();

    public static FetchPlan Bind(MapNode? map)
    {
        map ??= new MapNode();
        return new FetchPlan
        {
            Concurrency = map.Count("concurrency") ?? _default.Concurrency,
            PerHostConcurrency = map.Count("perHost") ?? _default.PerHostConcurrency,
            Delay = map.Time("delay") ?? _default.Delay,
            Adaptive = map.Flag("adaptive", _default.Adaptive),
            Timeout = map.Time("timeout") ?? _default.Timeout,
            MaxBody = map.Size("maxBody") ?? _default.MaxBody,
            MaxRedirects = map.Count("maxRedirects") ?? _default.MaxRedirects,
            Retries = map.Count("retries") ?? _default.Retries,
            RetryDelay = map.Time("retryDelay") ?? _default.RetryDelay,
            RetryDelayMax = map.Time("retryDelayMax") ?? _default.RetryDelayMax,
            ObeyRobots = map.Text("robots") != "ignore",
            Cookies = map.Flag("cookies"),
            UserAgent = map.Text("userAgent"),
            Contact = map.Text("contact"),
            Headers = Headers(map),
        };
    }

    public static CanonicalPlan Canonical(MapNode? map) => map is null ? new CanonicalPlan() : new CanonicalPlan
    {
        DropParameters = map.Texts("dropParameters"),
        SortQuery = map.Flag("sortQuery"),
        DropTrailingSlash = map.Flag("dropTrailingSlash"),
        DropEmptyQuery = map.Flag("dropEmptyQuery"),
    };

    public static IReadOnlyList<HeaderPlan> Headers(MapNode map) =>
        [.. map.Entries("headers").Where(e => e.Value.AsText() is not null)
            .Select(e => new HeaderPlan(e.Name, e.Value.AsText()!))];
}
