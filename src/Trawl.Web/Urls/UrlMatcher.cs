namespace Trawl.Web.Urls;

/// <summary>Several <see cref="UrlPattern"/>s, tried in the order given.</summary>
/// <param name="patterns">The patterns; none matches nothing.</param>
public sealed class UrlMatcher(IEnumerable<UrlPattern> patterns)
{
    private readonly UrlPattern[] _patterns = [.. patterns];

    /// <summary>The patterns, in the order they are tried.</summary>
    public IReadOnlyList<UrlPattern> Patterns => _patterns;

    /// <summary>Whether any pattern matches.</summary>
    public bool IsMatch(WebUrl url) => FirstMatch(url) is not null;

    /// <summary>The first pattern that matches, or null.</summary>
    public UrlPattern? FirstMatch(WebUrl url)
    {
        foreach (var pattern in _patterns)
            if (pattern.IsMatch(url)) return pattern;
        return null;
    }
}
