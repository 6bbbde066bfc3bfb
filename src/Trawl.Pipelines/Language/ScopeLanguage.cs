namespace Trawl.Pipelines.Language;

/// <summary>Keys of <c>scope</c>.</summary>
internal static class ScopeLanguage
{
    public static readonly MapShape Scope = new("scope", () => ScopeKeys)
    {
        Doc = "Which URLs belong to the run. A link that leads out of the scope is not followed.",
        Example = """
            scope:
              hosts: [books.example, "*.cdn.example"]
              include: ["/catalogue/**", "/product/**"]
              exclude: ["/login*", "re:[?&]sort="]
              depth: 5
              budget: { pages: 10000, bytes: 2 GB, time: 2 h }
            """,
    };

    public static readonly MapShape Budget = new("budget", () => BudgetKeys)
    {
        Doc = "Where the run stops. Which pages are within the budget depends on the order in which they arrive.",
        Example = "scope: { budget: { pages: 10000, bytes: 2 GB, time: 2 h } }",
    };

    private static IReadOnlyList<Key> ScopeKeys =>
    [
        new("hosts", UnionShape.OneOrMany(Kinds.Host), "Hosts that belong to the run.")
        { Default = "the hosts of start URLs and sitemaps, each with and without `www.`" },
        new("include", UnionShape.OneOrMany(Kinds.Pattern), "URL patterns, one of which must match.") { Default =
            "every URL" },
        new("exclude", UnionShape.OneOrMany(Kinds.Pattern),
            "URL patterns, none of which may match; stronger than `include`."),
        new("depth", Scalars.Integer(0, 1_000_000),
            "Links followed at most from a start URL, on the shortest way; pagination does not count.")
        { Default = "no limit", Example = "5" },
        new("traps",
            Scalars.Choice(
                "traps policy",
                ("cut", "They are stored as skipped (TRAWL-SKIP-007) with the pattern that gave them away."),
                ("follow", "They are fetched like all others.")),
            "What becomes of links that look endless: one part of the path more than 3 times, more than 4,096"
            + " characters, a session id that differs from page to page, or pages of one shape that lead to each other more than 1,000 links from the start.")
        { Default = "cut" },
        new("budget", Budget, "Where the run stops."),
    ];

    private static IReadOnlyList<Key> BudgetKeys =>
    [
        new("pages", Scalars.Integer(1), "Pages fetched at most.") { Default = "no limit", Example = "10000" },
        new("bytes", Scalars.Size(1), "Bytes received at most.") { Default = "no limit", Example = "2 GB" },
        new("time", Scalars.Time(TimeSpan.FromSeconds(1), TimeSpan.FromDays(3650)),
            "Time spent running at most, over all resumes.")
        { Default = "no limit", Example = "2 h" },
    ];
}
