using System.Text.Json.Nodes;
using Trawl.Pipelines.Language;
using Trawl.Tests.Shared;

namespace Trawl.Pipelines.Tests.Language;

public sealed class SchemaTests
{
    private static readonly SchemaCheck _schema = new(JsonNode.Parse(SchemaWriter.Write())!.AsObject());

    public static TheoryData<string> Samples => [.. Compiling.SampleNames];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_FitsTheSchema(string name) =>
        Assert.Null(_schema.Check(YamlAsJson.Read(Compiling.Sample(name))));

    [Fact]
    public void PublishedSamples_FitTheSchema()
    {
        string folder = Repository.PathOf("samples");
        if (!Directory.Exists(folder)) return;
        foreach (string file in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
        {
            string yaml = File.ReadAllText(file);
            if (!yaml.Contains("\nstart:", StringComparison.Ordinal)) continue;
            Assert.Null(_schema.Check(YamlAsJson.Read(yaml)));
        }
    }

    [Fact]
    public void Examples_AreYamlAndTheWholeOneFitsTheSchema()
    {
        foreach (var map in new ShapeCatalog(PipelineLanguage.Root).Maps)
            Assert.NotNull(YamlAsJson.Read(map.Example));
        Assert.Null(_schema.Check(YamlAsJson.Read(PipelineLanguage.Root.Example)));
    }

    [Theory]
    [InlineData("pages: { p: { follow: a } }", "start is missing")]
    [InlineData("start: https://a.example/\nscoop: {}", "unknown key")]
    [InlineData("start: https://a.example/\nfetch: { delay: 500 }", "delay")]
    [InlineData("start: https://a.example/\nfetch: { delay: 500 mss }", "delay")]
    [InlineData("start: https://a.example/\nfetch: { concurrency: 0 }", "concurrency")]
    [InlineData("start: { url: https://a.example/, file: a.txt }", "start")]
    [InlineData("start: { sitemap: https://a.example/, method: POST }", "start")]
    [InlineData("start: https://a.example/\npages: { p: { extract: { R: { fields: { a: b } } } } }", "key R")]
    [InlineData("start: https://a.example/\npages: { p: { extract: { r: { fields: { a: { css: b, meta: c } } } } } }",
        "fits none")]
    public void Broken_DoesNotFitTheSchema(string yaml, string fault) =>
        Assert.Contains(fault, _schema.Check(YamlAsJson.Read(yaml)));

    [Theory]
    [InlineData("fetch: { concurrency: \"${n}\", adaptive: \"${a}\", delay: \"${d:-1 s}\", robots: \"${r}\" }")]
    [InlineData("name: \"${n}\"")]
    public void Interpolated_FitsTheSchema(string yaml) =>
        Assert.Null(_schema.Check(YamlAsJson.Read("start: https://a.example/\n" + yaml)));
}
