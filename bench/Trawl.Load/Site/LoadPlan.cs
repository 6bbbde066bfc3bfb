using Trawl.Model.Plans;

namespace Trawl.Load.Site;

/// <summary>The pipeline of these benchmarks: follow every link, one record of four fields a page.</summary>
internal static class LoadPlan
{
    private static readonly FieldPlan[] s_fields =
    [
        new() { Name = "url", Source = FieldSource.PageUrl },
        new() { Name = "title", Selectors = [Css("title")], Default = "" },
        new() { Name = "h1", Selectors = [Css("h1")], Default = "" },
        new() { Name = "links", Selectors = [Css("a[href]")], Source = FieldSource.Count, Type = FieldType.Integer },
    ];

    internal static PipelinePlan For(PageTree tree, TimeSpan delay = default) => new()
    {
        Name = "load",
        Start = [new StartUrl(tree.Url(0))],
        Scope = new ScopePlan { Hosts = ["*.test"] },
        Fetch = new FetchPlan
        {
            Concurrency = 16, PerHostConcurrency = 16, Delay = delay, Adaptive = false, ObeyRobots = false,
        },
        Pages =
        [
            new PageRule
            {
                Name = "page",
                ContentTypes = ["text/html"],
                Follow = [new FollowStep { Selector = Css("a") }],
                Extract = [new ExtractStep { Record = "page", Fields = s_fields }],
            },
        ],
        Records = [new RecordType { Name = "page", Fields = s_fields, Key = ["url"] }],
    };

    private static SelectorSpec Css(string css) => new(SelectorLanguage.Css, css);
}
