using System.Text;
using System.Text.Json;
using Trawl.Model.Plans;

namespace Trawl.Steps.Tests.Content;

/// <summary>Random pages under random plans: whatever comes, there is an outcome, and its records are JSON.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "<div>", "</div>", "<table>", "<tr><td>", "<a href='", "'>", "x&#xD800;", "&#x1F600;", "\u00a01,5", "-(12.50)", "2024-02-31", "\0",
        "<script type='application/ld+json'>", "{\"a\":[1,\"\\ud800\"]}", "</script>", "<base href='//[", "<svg><title>", "<template>", "\ud800",
        "http://a/#", "javascript:", "<!--", "-->", "<b class=x>", "<p itemscope itemprop=a>", "<meta property=og:a content=b>", "[1,{\"a\":null}]", "\uFFFF",
    ];

    private static readonly SelectorSpec[] Selectors =
    [
        Plans.Css("div"), Plans.Css("a::attr(href)"), Plans.Css(":scope > b"), Plans.Css("td:nth-child(2n+1) b"), Plans.XPath("//a/@href"),
        Plans.XPath("count(.//b) div 0"), Plans.XPath("string(.)"), Plans.JsonPath("$..a"), Plans.JsonPath("$[?@.a=='\uFFFD']"), Plans.Regex(@"(\d+)|x"),
        new SelectorSpec(SelectorLanguage.JsonLd, "$..*"), new SelectorSpec(SelectorLanguage.Microdata, "$[*]"), new SelectorSpec(SelectorLanguage.Meta, "og:a"),
    ];

    private static readonly string[] Takes = ["text", "rawText", "ownText", "html", "innerHtml", "@href"];
    private static readonly string?[] Locales = [null, "de-DE", "fr-FR", "tr-TR"];
    private static readonly string?[] Types = [null, "text/html", "application/json", "text/plain", "text/html; charset=utf-16le", "x", "image/png"];
    private static readonly string?[] Codings = [null, null, null, "gzip", "br"];

    private static readonly TransformPlan[] Transforms =
    [
        new("trim", []), new("split", [","]), new("split", [""]), new("join", ["+"]), new("regex", ["[a-z]+"]), new("stripTags", []),
        new("unescape", []), new("slice", ["-3", "2"]), new("upper", []),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnyPage_UnderAnyPlan_GivesAnOutcome(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var plan = Plan(random);
            var handler = new PageHandler(plan);
            for (var n = 0; n < 25; n++) Try(handler, random, $"seed {seed}, round {round}, page {n}");
        }
    }

    private static void Try(PageHandler handler, Random random, string where)
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Pick(random, Pieces)));
        var page = Pages.Of(Encoding.UTF8.GetBytes(text), Pick(random, Types), coding: Pick(random, Codings));
        try
        {
            var outcome = handler.HandleAsync(page, CancellationToken.None).Result;
            foreach (var record in outcome.Records) JsonDocument.Parse(record.Payload).Dispose();
            Assert.NotNull(handler.Explain(page));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{where}: {text}", e);
        }
    }

    private static PipelinePlan Plan(Random random)
    {
        var steps = Enumerable.Range(0, 2).Select(i => new ExtractStep
        {
            Record = "r" + i,
            Each = random.Next(2) == 0 ? null : Pick(random, Selectors),
            Fields = [.. Enumerable.Range(0, random.Next(1, 5)).Select(n => Field(random, "f" + n, 0))],
        }).ToArray();
        var rule = new PageRule
        {
            Name = "page",
            Selector = random.Next(4) == 0 ? Pick(random, Selectors) : null,
            Follow = [new FollowStep { Selector = Pick(random, Selectors), Template = random.Next(3) == 0 ? "/q?{value}" : null }],
            Extract = steps,
        };
        return Plans.Of(rule) with
        {
            Records = [.. steps.Select(step => new RecordType { Name = step.Record, Fields = step.Fields, Key = ["f0"], OnInvalid = (InvalidPolicy)random.Next(3) })],
        };
    }

    private static FieldPlan Field(Random random, string name, int depth)
    {
        var type = (FieldType)random.Next(depth > 1 ? 7 : 9);
        return new FieldPlan
        {
            Name = name,
            Type = type,
            Selectors = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick(random, Selectors))],
            Source = (FieldSource)(random.Next(3) == 0 ? random.Next(6) : 0),
            Take = Pick(random, Takes),
            Many = random.Next(2) == 0,
            Limit = random.Next(3) == 0 ? 2 : null,
            Locale = Pick(random, Locales),
            Constant = "1,5",
            Default = random.Next(3) == 0 ? "12" : null,
            Transforms = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick(random, Transforms))],
            Rules = new FieldRules { Required = random.Next(2) == 0, Unique = random.Next(2) == 0, Min = "2", MaxLength = 3, Pattern = "^x" },
            Fields = type == FieldType.Object ? [.. Enumerable.Range(0, 2).Select(n => Field(random, "n" + n, depth + 1))] : [],
        };
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
