namespace Trawl.Web.Robots;

/// <summary>The rules of one robot: all groups of the file that name it, merged (RFC 9309 §2.2.1). Immutable.</summary>
public sealed class RobotsGroup
{
    private readonly RobotsRule[] _rules;

    internal RobotsGroup(string? name, IEnumerable<RobotsRule> rules, TimeSpan? crawlDelay)
    {
        Name = name;
        CrawlDelay = crawlDelay;
        // The most specific rule decides, allow before disallow: in this order the first that matches.
        _rules = [.. rules.OrderByDescending(rule => rule.Length).ThenByDescending(rule => rule.IsAllow)];
    }

    /// <summary>The product token as asked for, <c>*</c>, or null when the file has no group for the robot.</summary>
    public string? Name { get; }

    /// <summary>The non-standard <c>Crawl-delay</c>, at most a day; null when absent or no number.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>The number of rules.</summary>
    public int Count => _rules.Length;

    /// <summary>Whether the robot may fetch the path.</summary>
    /// <param name="pathAndQuery">Path and query as in the request line: <c>/a?b</c>.</param>
    public RobotsVerdict Check(ReadOnlySpan<char> pathAndQuery)
    {
        if (_rules.Length == 0 || pathAndQuery.SequenceEqual("/robots.txt"))
            return new RobotsVerdict(true, null, 0, Name);
        var path = RobotsPath.IsNormal(pathAndQuery) ? pathAndQuery : RobotsPath.OfUrl(pathAndQuery);
        foreach (var rule in _rules)
            if (rule.IsMatch(path)) return new RobotsVerdict(rule.IsAllow, rule.Text, rule.Line, Name);
        return new RobotsVerdict(true, null, 0, Name);
    }
}
