using Trawl.Pipelines.Plugins;
using Trawl.Tests.Shared;

namespace Trawl.Pipelines.Tests;

/// <summary>Compiles texts for tests: every file exists but missing.txt, and one variable is set.</summary>
internal static class Compiling
{
    private static readonly string _samples = Repository.PathOf("tests", "Trawl.Pipelines.Tests", "Samples");

    public static IEnumerable<string> SampleNames =>
        Directory.EnumerateFiles(_samples, "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public static PipelineSource Source(string? file = "books.yaml") => new()
    {
        File = file,
        BaseDirectory = "/home/me/books",
        FileExists = path => !path.EndsWith("missing.txt", StringComparison.Ordinal),
        Plugins = new PluginFolders([Path.Combine(_samples, "plugins")]),
        Environment = name => name == "TOKEN" ? "secret" : null,
    };

    public static CompileResult Compile(string yaml, PipelineSource? source = null) =>
        PipelineCompiler.Compile(yaml, source ?? Source());

    public static string Sample(string name) => File.ReadAllText(Path.Combine(_samples, name));
}
