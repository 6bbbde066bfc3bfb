namespace Trawl.Pipelines.Tests;

/// <summary>Compiles texts for tests: every file exists, the environment is given.</summary>
internal static class Compiling
{
    public static PipelineSource Source(string? file = "books.yaml") => new()
    {
        File = file,
        BaseDirectory = "/home/me/books",
        FileExists = path => !path.EndsWith("missing.txt", StringComparison.Ordinal),
        Environment = name => name == "TOKEN" ? "secret" : null,
    };

    public static CompileResult Compile(string yaml, PipelineSource? source = null) => PipelineCompiler.Compile(yaml, source ?? Source());

    public static string Sample(string name) => File.ReadAllText(Path.Combine(SamplesFolder, name));

    public static IEnumerable<string> SampleNames => Directory.EnumerateFiles(SamplesFolder, "*.yaml").Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    public static string Root { get; } = FindRoot();

    private static string SamplesFolder => Path.Combine(Root, "tests", "Trawl.Pipelines.Tests", "Samples");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trawl.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
