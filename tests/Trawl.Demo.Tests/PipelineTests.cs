using Trawl.Pipelines;

namespace Trawl.Demo.Tests;

public sealed class PipelineTests
{
    [Fact]
    public void Demo_pipeline_compiles_without_a_finding()
    {
        var result = PipelineCompiler.Compile(DemoShop.Pipeline, new PipelineSource
        {
            File = "shop.yaml",
            BaseDirectory = AppContext.BaseDirectory,
            Values = new Dictionary<string, string> { ["site"] = "http://127.0.0.1:8080" },
        });

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["product", "review", "article", "stock"], result.Plan!.Records.Select(record => record.Name));
    }

    [Fact]
    public void Demo_pipeline_lies_beside_the_program()
    {
        Assert.Equal(DemoShop.Pipeline, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "shop.yaml")));
    }
}
