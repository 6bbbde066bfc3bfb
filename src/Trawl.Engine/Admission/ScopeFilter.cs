using Trawl.Model.Plans;
using Trawl.Web.Urls;

namespace Trawl.Engine.Admission;

/// <summary>The hosts and patterns of a plan's scope, compiled.</summary>
public sealed class ScopeFilter(ScopePlan scope)
{
    private readonly HostPattern[] _hosts = [.. scope.Hosts.Select(ParseHost)];
    private readonly UrlMatcher _include = PatternSet.Compile(scope.Include);
    private readonly UrlMatcher _exclude = PatternSet.Compile(scope.Exclude);

    /// <summary>Decides about a canonical URL.</summary>
    public ScopeVerdict Check(WebUrl url)
    {
        if (!url.IsHttp)
        {
            return new ScopeVerdict(false, "scheme", null);
        }

        if (HostOf(url) is not { } host)
        {
            return new ScopeVerdict(false, "scope.hosts", null);
        }

        if (_exclude.FirstMatch(url) is { } excluded)
        {
            return new ScopeVerdict(false, "scope.exclude", excluded.Text);
        }

        if (_include.Patterns.Count == 0)
        {
            return new ScopeVerdict(true, "scope.hosts", host.Text);
        }

        var included = _include.FirstMatch(url);
        return new ScopeVerdict(included is not null, "scope.include", included?.Text);
    }

    private HostPattern? HostOf(WebUrl url)
    {
        foreach (var host in _hosts)
        {
            if (host.IsMatch(url))
            {
                return host;
            }
        }

        return null;
    }

    private static HostPattern ParseHost(string text) =>
        HostPattern.TryParse(text, out var pattern, out var error)
            ? pattern
            : throw new InvalidOperationException($"The plan's host pattern '{text}' is invalid: {error.Message}");
}
