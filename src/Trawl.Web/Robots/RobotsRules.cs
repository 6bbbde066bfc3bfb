namespace Trawl.Web.Robots;

/// <summary>A robots.txt file, parsed by RFC 9309. Immutable; no input makes parsing or matching throw.</summary>
public sealed class RobotsRules
{
    /// <summary>
    /// How much of a file is read: 500 KiB (RFC 9309 §2.5). What follows the last whole line is ignored.
    /// </summary>
    public const int MaxBytes = 500 * 1024;

    private const string Everyone = "*";
    private readonly IReadOnlyList<RobotsSection> _sections;
    private Tuple<string, RobotsGroup>? _lastAsked;

    internal RobotsRules(IReadOnlyList<RobotsSection> sections, IReadOnlyList<string> sitemaps, bool isTruncated)
    {
        _sections = sections;
        Sitemaps = sitemaps;
        IsTruncated = isTruncated;
    }

    /// <summary>A file without rules: everything is allowed.</summary>
    public static RobotsRules Empty { get; } = new([], [], false);

    /// <summary>The values of the <c>Sitemap</c> lines, in order, as written; usually absolute URLs.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <summary>True when the file was longer than <see cref="MaxBytes"/>.</summary>
    public bool IsTruncated { get; }

    /// <summary>Parses a file. Lines that mean nothing are skipped.</summary>
    /// <param name="file">
    /// UTF-8, with or without a byte order mark; malformed bytes are kept as they are in rules.
    /// </param>
    public static RobotsRules Parse(ReadOnlySpan<byte> file)
    {
        var parser = new RobotsParser();
        return parser.Parse(file);
    }

    /// <summary>The merged rules for a robot: the groups that name it, else those of <c>*</c>, else none.</summary>
    /// <param name="productToken">
    /// Letters, <c>-</c> and <c>_</c>, such as <c>trawl</c>; letter case does not count.
    /// </param>
    public RobotsGroup ForAgent(string productToken)
    {
        var last = _lastAsked;
        if (last is not null && last.Item1 == productToken) return last.Item2;
        var group = Merge(productToken) ?? Merge(Everyone) ?? new RobotsGroup(null, [], null);
        // A race only computes the same value twice.
        _lastAsked = Tuple.Create(productToken, group);
        return group;
    }

    /// <summary>Whether the robot may fetch the path.</summary>
    /// <param name="productToken">The robot's product token; letter case does not count.</param>
    /// <param name="pathAndQuery">Path and query as in the request line: <c>/a?b</c>.</param>
    public RobotsVerdict Check(string productToken, ReadOnlySpan<char> pathAndQuery) =>
        ForAgent(productToken).Check(pathAndQuery);

    private RobotsGroup? Merge(string agent)
    {
        var own = _sections.Where(section => section.IsFor(agent)).ToList();
        if (own.Count == 0) return null;
        var delay = own.Select(section => section.CrawlDelay).FirstOrDefault(value => value is not null);
        return new RobotsGroup(agent, own.SelectMany(section => section.Rules), delay);
    }
}
