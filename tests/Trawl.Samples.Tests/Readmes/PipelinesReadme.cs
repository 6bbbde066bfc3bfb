using Trawl.Pipelines;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Samples.Tests.Readmes;

/// <summary>What the README of Trawl.Pipelines shows.</summary>
public sealed class PipelinesReadme
{
    [Fact]
    public void AllErrorsHaveTheirPlaces()
    {
        var yaml = "start: https://books.example/\npages:\n  book:\n    extract:\n      book:\n        fields: { price: { css: 'p[', type: decimals } }\n";

        // region: compile
        var source = new PipelineSource { File = "books.yaml", BaseDirectory = Environment.CurrentDirectory };
        CompileResult result = PipelineCompiler.Compile(yaml, source);
        foreach (Diagnostic found in result.Diagnostics)
        {
            Console.WriteLine($"{found.File}:{found.Line}:{found.Column}: {found.Message} {found.Fix}");
        }

        // endregion
        Assert.Null(result.Plan);
        Assert.Equal(2, result.Errors.Count());
        Assert.All(result.Errors, error => Assert.Equal(6, error.Line));
    }
}
