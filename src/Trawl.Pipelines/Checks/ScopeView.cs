using Trawl.Model.Plans;
using Trawl.Web.Urls;

namespace Trawl.Pipelines.Checks;

/// <summary>The scope, as the checks ask it.</summary>
internal sealed class ScopeView
{
    private readonly List<HostPattern> _hosts = [];
    private readonly UrlMatcher? _include;
    private readonly UrlMatcher _exclude;

    public ScopeView(ScopePlan scope)
    {
        foreach (string host in scope.Hosts)
            if (HostPattern.TryParse(host, out var pattern, out _)) _hosts.Add(pattern);
        _include = scope.Include.Count == 0 ? null : Matcher(scope.Include);
        _exclude = Matcher(scope.Exclude);
    }

    public static UrlMatcher Matcher(IReadOnlyList<string> patterns)
    {
        var parsed = new List<UrlPattern>();
        foreach (string text in patterns)
            if (UrlPattern.TryParse(text, out var pattern, out _)) parsed.Add(pattern);
        return new UrlMatcher(parsed);
    }

    public bool HasHost(WebUrl url) => _hosts.Any(h => h.IsMatch(url));

    /// <summary>Why the URL is outside, in words; null when it is inside or is no URL.</summary>
    public string? WhyOutside(string text)
    {
        if (!WebUrl.TryParse(text, out var url)) return null;
        if (!HasHost(url)) return $"no host pattern matches \"{url.HostAndPort}\"";
        if (_exclude.FirstMatch(url) is { } excluded) return $"\"{excluded.Text}\" excludes it";
        return _include is null || _include.IsMatch(url) ? null : "no \"include\" pattern matches it";
    }
}
