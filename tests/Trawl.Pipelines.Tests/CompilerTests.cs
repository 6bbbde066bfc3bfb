using Trawl.Model.Plans;
using Trawl.Model.Serialization;

namespace Trawl.Pipelines.Tests;

public sealed class CompilerTests
{
    private static readonly PipelinePlan _everything = Plan("everything.yaml");

    [Fact]
    public void Compile_EveryKey_NoDiagnostics() =>
        Assert.Empty(Compiling.Compile(Compiling.Sample("everything.yaml")).Diagnostics);

    [Fact]
    public void Compile_Range_ExpandsInPlace()
    {
        var urls = _everything.Start.OfType<StartUrl>().Select(u => u.Url);
        Assert.Equal(
            ["https://books.example/list?page=1", "https://books.example/list?page=2",
            "https://books.example/list?page=3", "https://api.example/search"], urls);
    }

    [Fact]
    public void Compile_Secret_StaysUnresolved()
    {
        var header = Assert.Single(_everything.Fetch.Headers);
        Assert.Equal("Bearer ${env:TOKEN}", header.Value);
        Assert.Equal("Bearer s", PlanSecrets.Resolve(header.Value, _ => "s"));
    }

    [Fact]
    public void Compile_Columns_ComeFirst() =>
        Assert.Equal(["title", "price", "image"], _everything.Records[0].Fields.Take(3).Select(f => f.Name));

    [Fact]
    public void Compile_AlternativesThatTakeDifferentThings_KeepTheirOwnTake()
    {
        var sku = Field("sku");
        Assert.Equal("text", sku.Take);
        Assert.Equal(
            [new(SelectorLanguage.Css, ".sku", "@data-sku"), new(SelectorLanguage.JsonLd, "$[0].sku")], sku.Selectors);
    }

    [Fact]
    public void Compile_ScrapyPseudoElements_BecomeTake()
    {
        Assert.Equal(("@src", "img.main"), (Field("image").Take, Field("image").Selectors[0].Text));
        Assert.Equal(("ownText", ".intro"), (Field("intro").Take, Field("intro").Selectors[0].Text));
    }

    [Fact]
    public void Compile_NoScope_TakesHostsOfStartAndTheirTwins() =>
        Assert.Equal(["books.example", "www.books.example"], Plan("small.yaml").Scope.Hosts);

    [Fact]
    public void Compile_PortInStart_IsPartOfTheHost()
    {
        var result =
            Compiling.Compile("start: http://localhost:8080/\npages: { p: { extract: { r: { fields: { t: h1 } } } } }");
        Assert.Equal(["localhost:8080"], result.Plan!.Scope.Hosts);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void Compile_Paths_AreAbsolute()
    {
        Assert.Equal("/home/me/books/out/{record}.jsonl", _everything.Outputs[0].Path);
        Assert.Equal("/home/me/books/urls.txt", _everything.Start.OfType<StartFile>().Single().Path);
    }

    [Fact]
    public void Compile_Plan_SurvivesItsStoredForm() =>
        Assert.Equal(PlanJson.Hash(_everything), PlanJson.Hash(PlanJson.Read(PlanJson.Write(_everything))));

    private static FieldPlan Field(string name) => _everything.Records[0].Fields.Single(f => f.Name == name);

    private static PipelinePlan Plan(string sample) => Compiling.Compile(Compiling.Sample(sample)).Plan
        ?? throw new InvalidOperationException(
            string.Join('\n', Compiling.Compile(Compiling.Sample(sample)).Diagnostics));
}
