using Trawl.Model.Plans;
using Trawl.Model.Plugins;

namespace Trawl.Pipelines.Tests.Plugins;

public sealed class PluginPlanTests
{
    private readonly PipelinePlan _plan = Compiling.Compile(Compiling.Sample("everything.yaml")).Plan!;

    [Fact]
    public void Settings_AreTypedWithTheirDefaults()
    {
        Assert.Equal("""{"rate":1.17,"currency":"EUR","words":["a","b"]}""", _plan.Plugin("tidy")!.Settings);
        Assert.Equal(
            """{"server":"db.example:5432","folder":"/home/me/books/out","endpoint":"https://api.example:8443/v1","token":"KEY","wait":2000,"room":1048576,"tries":3,"loud":false}""",
            _plan.Plugin("all")!.Settings);
    }

    [Fact]
    public void Grants_HaveAbsolutePaths()
    {
        var grant = _plan.Plugin("all")!.Grant;
        Assert.Equal([new PluginFile("/home/me/books/out", true), new PluginFile("/", false)], grant.Files);
        Assert.Equal(2L << 30, grant.Memory);
    }

    [Fact]
    public void Places_NameTheirPlugins()
    {
        Assert.Equal([new StartPlugin("all")], _plan.Start.OfType<StartPlugin>());
        Assert.Equal("all", Assert.Single(_plan.Parse).Plugin);
        Assert.Equal(["*.pdf"], _plan.Parse[0].Urls);
        var line = _plan.Pages.SelectMany(p => p.Extract).Single(e => e.Record == "line");
        Assert.Equal(("all", "line,title"), (line.Plugin, string.Join(',', line.Fields.Select(f => f.Name))));
        var sink = Assert.Single(_plan.Sinks);
        Assert.Equal(("all", 100), (sink.Plugin, sink.Batch));
    }

    [Fact]
    public void Steps_AddTheirFieldsToTheColumns()
    {
        var product = _plan.Records.Single(r => r.Name == "product");
        Assert.Equal([new(PluginKind.Transform, "tidy"), new(PluginKind.Enrich, "all"), new RecordStep(PluginKind.Validate, "all")], product.Steps);
        Assert.Equal(["priceInEuro", "slug"], product.Fields.Where(f => f.Source == FieldSource.Plugin).Select(f => f.Name));
    }

    [Fact]
    public void AGrantTooMany_IsAWarning()
    {
        var result = Compiling.Compile("""
            start: http://localhost/
            plugins: { t: { use: test.tidy, settings: { rate: 1 }, grant: { hosts: a.example } } }
            pages: { p: { extract: { r: { fields: { a: b } } } } }
            """);
        Assert.Equal(["TRAWL-PIPE-095", "TRAWL-PIPE-096"], result.Diagnostics.Select(d => d.Code).Order());
        Assert.NotNull(result.Plan);
    }
}
