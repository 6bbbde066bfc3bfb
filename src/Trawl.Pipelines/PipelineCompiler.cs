using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Checks;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Language;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines;

/// <summary>Turns the text of a pipeline into a plan, or into all its errors.</summary>
public static class PipelineCompiler
{
    /// <summary>
    /// Compiles a pipeline. Never throws for what is in the text, and reports all errors and warnings at once.
    /// </summary>
    /// <param name="yaml">The text, YAML 1.2; at most 1,048,576 characters.</param>
    /// <param name="source">Where it comes from, and what it may refer to.</param>
    /// <returns>The plan when there is no error, and every finding with line and column.</returns>
    public static CompileResult Compile(string yaml, PipelineSource source)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentNullException.ThrowIfNull(source);
        var text = new SourceText(yaml.StartsWith('\uFEFF') ? yaml[1..] : yaml);
        var sink = new DiagnosticSink(source.File, text);
        var root = YamlReader.Read(text, sink);
        var interpolator = new Interpolator(source, sink);
        if (root is not null) interpolator.Apply(root);
        var result = Compile(root, source, sink);
        return result with
        {
            Definition =
                result.Definition with { Text = yaml, SetValues = [.. interpolator.Sets], Variables =
                [.. interpolator.Variables] },
        };
    }

    /// <summary>What YAML and C# have in common: a tree in, a plan or its errors out.</summary>
    internal static CompileResult Compile(MapNode? root, PipelineSource source, DiagnosticSink sink)
    {
        var definition = new PipelineDefinition { Name = PlanBinder.Name(root, source), File = source.File };
        if (root is null) return new CompileResult(null, definition, sink.ToList());
        new ShapeChecker(sink).Check(root, PipelineLanguage.Root);
        var bound = PlanBinder.Bind(root, source);
        PlanChecks.Run(bound, source, sink);
        return new CompileResult(sink.HasErrors ? null : bound.Plan, definition, sink.ToList());
    }
}
