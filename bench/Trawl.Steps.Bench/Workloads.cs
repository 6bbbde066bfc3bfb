using Trawl.Model.Plans;

namespace Trawl.Steps.Bench;

/// <summary>What the peers are measured with: <c>crawl</c> and <c>extract</c>, and parts of them for the breakdown.</summary>
internal static class Workloads
{
    private static readonly FieldPlan Title = Css("title", "title") with { Default = "" };
    private static readonly FieldPlan Links = Count("links", "a[href]");

    private static readonly FieldPlan[] Light =
        [new() { Name = "url", Source = FieldSource.PageUrl }, Title, Css("h1", "h1") with { Default = "" }, Links];

    private static readonly FieldPlan[] Heavy =
    [
        .. Light,
        Css("h2", "h2") with { Many = true },
        Css("css", "link[rel=\"stylesheet\"]") with { Many = true, Take = "@href" },
        Css("viewport", "meta[name=\"viewport\"]") with { Take = "@content" },
        Count("code", "pre, code"), Count("cells", "table tr > td:first-child"), Count("paras", "div[class] > p"),
        Count("ext", "ul li a[href^=\"http\"]"), Count("ids", "[id]"), Count("items", "ul > li:nth-child(2n+1)"),
        Css("dt", "dl > dt:first-of-type") with { Many = true, Limit = 20 },
        XPath("x_rows", "//table//tr[td]"), XPath("x_frag", "//a[contains(@href,'#')]/@href"),
    ];

    public static PipelinePlan Crawl { get; } = Plan(true, Light);

    public static PipelinePlan Extract { get; } = Plan(true, Heavy);

    public static PipelinePlan OneField { get; } = Plan(false, Title);

    public static PipelinePlan CrawlFields { get; } = Plan(false, Light);

    public static PipelinePlan ExtractFields { get; } = Plan(false, Heavy);

    private static PipelinePlan Plan(bool follow, params FieldPlan[] fields) => new()
    {
        Name = "bench",
        Start = [new StartUrl("http://site.test/")],
        Pages =
        [
            new PageRule
            {
                Name = "page",
                ContentTypes = ["text/html"],
                Follow = follow ? [new FollowStep { Selector = new SelectorSpec(SelectorLanguage.Css, "a") }] : [],
                Extract = [new ExtractStep { Record = "page", Fields = fields }],
            },
        ],
        Records = [new RecordType { Name = "page", Fields = fields, Key = [fields[0].Name] }],
    };

    private static FieldPlan Css(string name, string css) =>
        new() { Name = name, Selectors = [new SelectorSpec(SelectorLanguage.Css, css)] };

    private static FieldPlan Count(string name, string css) =>
        Css(name, css) with { Source = FieldSource.Count, Type = FieldType.Integer };

    private static FieldPlan XPath(string name, string path) => new()
    {
        Name = name,
        Source = FieldSource.Count,
        Type = FieldType.Integer,
        Selectors = [new SelectorSpec(SelectorLanguage.XPath, path)],
    };
}
