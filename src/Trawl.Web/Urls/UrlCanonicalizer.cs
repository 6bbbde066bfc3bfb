namespace Trawl.Web.Urls;

/// <summary>
/// Brings URLs that surely mean the same resource to one spelling. Idempotent: a canonical URL is its own canonical
/// URL.
/// URLs that are not http(s) only lose their fragment. Safe for concurrent use.
/// </summary>
public sealed class UrlCanonicalizer
{
    private readonly List<(string Name, Func<WebUrl, WebUrl> Apply)> _steps = [];

    /// <summary>Makes a canonicaliser.</summary>
    /// <param name="rules">What it may change; null for <see cref="CanonicalRules.Default"/>.</param>
    public UrlCanonicalizer(CanonicalRules? rules = null)
    {
        Rules = rules ?? CanonicalRules.Default;
        Add(Rules.DropFragment, nameof(CanonicalRules.DropFragment), url => url.WithoutFragment());
        // Escapes go first of the rest: they decide what a parameter's name is.
        Add(Rules.NormalizeEscapes, nameof(CanonicalRules.NormalizeEscapes), EscapeNormalizer.Apply);
        Add(Rules.RemoveParameters.Count > 0, nameof(CanonicalRules.RemoveParameters), RemoveParameters);
        Add(Rules.SortParameters, nameof(CanonicalRules.SortParameters), QueryRules.Sort);
        Add(Rules.DropEmptyQuery, nameof(CanonicalRules.DropEmptyQuery), QueryRules.DropEmpty);
        Add(Rules.StripTrailingSlash, nameof(CanonicalRules.StripTrailingSlash), StripTrailingSlash);
    }

    /// <summary>The rules given to the constructor.</summary>
    public CanonicalRules Rules { get; }

    /// <summary>The canonical form; the same instance when nothing changes.</summary>
    public WebUrl Canonicalize(WebUrl url)
    {
        foreach (var (_, apply) in _steps) url = apply(url);
        return url;
    }

    /// <summary>Which rules change the URL, in the order they apply; empty when it is canonical.</summary>
    public IReadOnlyList<CanonicalChange> Explain(WebUrl url)
    {
        var changes = new List<CanonicalChange>();
        foreach (var (name, apply) in _steps)
        {
            var after = apply(url);
            if (after != url) changes.Add(new CanonicalChange(name, url.Href, after.Href));
            url = after;
        }

        return changes;
    }

    private void Add(bool isOn, string name, Func<WebUrl, WebUrl> apply)
    {
        if (!isOn) return;
        bool isForAll = name == nameof(CanonicalRules.DropFragment);
        _steps.Add((name, isForAll ? apply : url => url.IsHttp ? apply(url) : url));
    }

    private WebUrl RemoveParameters(WebUrl url) => QueryRules.Remove(url, Rules.RemoveParameters);

    private static WebUrl StripTrailingSlash(WebUrl url)
    {
        var path = url.PathSpan;
        if (path.Length < 2 || path[^1] != '/') return url;
        var tail = url.Href.AsSpan(url.PathEnd);
        var head = url.Href.AsSpan(0, url.Parts.PathStart);
        return WebUrl.Parse(string.Concat(head, "/", path[1..].TrimEnd('/'), tail));
    }
}
