using Trawl.Model.Plans;
using Trawl.Model.Serialization;
using Trawl.Pipelines.Authoring;

namespace Trawl.Pipelines.Tests.Authoring;

public sealed class TwinTests
{
    [Fact]
    public void Build_SaysWhatTheYamlSays_GivesThePlanOfTheYaml()
    {
        string folder = AppContext.BaseDirectory;
        File.WriteAllText(Path.Combine(folder, "urls.txt"), "https://shop.example/product/1\n");
        var yaml = Compiling.Compile(Compiling.Sample("twin.yaml"), Compiling.Source() with { BaseDirectory = folder });
        Assert.Empty(yaml.Diagnostics);
        var built = Twin().Build(folder);
        Assert.Equal(
            System.Text.Encoding.UTF8.GetString(PlanJson.Write(yaml.Plan!)),
            System.Text.Encoding.UTF8.GetString(PlanJson.Write(built)));
        Assert.Equal(PlanJson.Hash(yaml.Plan!), PlanJson.Hash(built));
    }

    [Fact]
    public void Build_Wrong_ThrowsWithAllErrorsAndTheirPaths()
    {
        var pipeline = Pipeline.Named("Books!").From("ftp://a.example/").Page("p", p => p
            .Extract("r", r => r.Field("a", f => f.Css("a[").Min(3)).Key("b")));
        var thrown = Assert.Throws<PipelineException>(() => pipeline.Build());
        var found = thrown.Diagnostics.Select(d => $"{d.Code} {d.Path}").ToList();
        Assert.Contains("TRAWL-PIPE-027 name", found);
        Assert.Contains("TRAWL-PIPE-040 start[0]", found);
        Assert.Contains("TRAWL-PIPE-043 pages.p.extract.r.fields.a.css", found);
        Assert.Contains("TRAWL-PIPE-066 pages.p.extract.r.fields.a.min", found);
        Assert.Contains("TRAWL-PIPE-064 records.r.key[0]", found);
        Assert.All(thrown.Diagnostics, d => Assert.Equal((0, 0), (d.Line, d.Column)));
        Assert.Contains("pages.p.extract.r.fields.a.css: error TRAWL-PIPE-043", thrown.Message);
    }

    [Fact]
    public void Build_DollarBrace_StaysAsItIs()
    {
        var plan = Pipeline.Named("x").From("http://localhost/").Page("p", p => p
            .Extract("r", r => r.Field("a", f => f.Css("b").Prefix("${x}")))).Build();
        Assert.Equal("${x}", plan.Records[0].Fields[0].Transforms[0].Arguments[0]);
    }

    private static PipelineBuilder Twin() => Pipeline.Named("twin")
        .From("https://shop.example/list?page={1..3}")
        .From("https://shop.example/search", r => r.Method("POST").Header("Accept", "application/json").Body("{}"))
        .FromSitemap("https://shop.example/sitemap.xml", "/product/**")
        .FromFile("urls.txt")
        .Scope(s => s.Hosts("shop.example").Include("/**").Exclude("/login*").Depth(3).MaxPages(1000)
            .MaxBytes(2_000_000_000).MaxTime(TimeSpan.FromMinutes(90)))
        .Fetch(f => f.Concurrency(8, 1).Delay(TimeSpan.FromSeconds(1), adaptive: false).Timeout(TimeSpan.FromSeconds(20))
            .MaxBody(10 << 20)
            .MaxRedirects(5).Retries(2, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1)).Cookies()
                .Contact("me@example.org").Header("X-Token", "${env:TOKEN}"))
        .Egress(e => e.Allow("wiki.corp", "10.0.0.0/8").Port(8443).Port(9000, 9099).HttpsOnly())
        .Capture(CaptureMode.Failures)
        .Redact(r => r.Headers("X-Api-Key").Query("token"))
        .Urls(u => u.DropParameters("utm_*").SortQuery().DropTrailingSlash().DropEmptyQuery())
        .Page("listing", p =>
            p.Url("/list**").Follow(".item a")
            .Follow(".next a", f => f.Pagination().Include("/list**").Exclude("*.pdf"))
            .Follow(Selector.Json("$.next"), f => f.Template("https://shop.example/list?cursor={value}"))
            .Follow(Selector.XPath("//a"), f => f.Attribute("data-href")))
        .Page("product", p => p.Url("/product/**").ContentType("text/html").Has(".price").Extract("product", r => r
            .Field("title", "h1")
            .Field("price", f => f.Css(".price").Decimal("en-GB").Required().Min(0m).Max(99.5m))
            .Field("image", f => f.Css("img::attr(src)").Type(FieldType.Url))
            .Field("sku", f =>
                f.Css(".sku::attr(data-sku)").JsonLd("$[0].sku").Unique().Length(3, 20).Pattern("^[0-9]+$"))
            .Field("tags", f =>
                f.Css(".tag").Many(20).Trim().Lower().Replace("a", "b").Keep("(\\d+)").Remove("x").Split(",").Join(";")
                .Prefix("<").Suffix(">").Slice(0, 5).Map(("a", "b")))
            .Field("seen", f => f.FromFetchedAt())
            .Field("link", f => f.FromUrl())
            .Field("shop", f => f.Value("shop"))
            .Field("images", f => f.Count("img"))
            .Field("date", f =>
                f.XPath("//time").Take("@datetime").Date("d MMM yyyy").Zone("Europe/Berlin")
                .Min(new DateOnly(2020, 1, 31)))
            .Field("state", f => f.Meta("og:availability").OneOf("in stock", "sold out").Default("sold out"))
            .Field("offers", f =>
                f.Css(".offer").Many()
                .Object(o => o.Field("seller", ".seller").Field("price", i => i.Css(".p").Decimal())))
            .Key("sku").OnInvalid(InvalidPolicy.Drop).Columns("title", "sku")))
        .Drift(d => d.Runs(3).Least(50).Change(20).Ignore("product.state").Since(new DateTimeOffset(2026, 11, 21, 15, 0, 0, TimeSpan.FromHours(1))))
        .To(OutputFormat.Jsonl, "out/{record}.jsonl").To(OutputFormat.Sqlite, "out/shop.db", "product");
}
