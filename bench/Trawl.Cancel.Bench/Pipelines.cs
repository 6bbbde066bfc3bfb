namespace Trawl.Cancel.Bench;

/// <summary>The pipelines that are run.</summary>
internal static class Pipelines
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every page of the site, each record through a plugin that takes its time.</summary>
    public static string Crawl(Uri site) => $$"""
        name: ended
        plugins:
          tidy: { use: "{{Built("Trawl.Plugins.Trial", "")}}", settings: { pace: 20 }, workers: 2 }
        start: ["{{site}}page/0"]
        scope: { hosts: ["{{site.Authority}}"] }
        egress: { allow: ["{{site.Authority}}"] }
        fetch: { concurrency: 8, perHost: 8, delay: 0 ms, robots: ignore, timeout: 120 s }
        pages:
          page:
            follow: a
            extract:
              entry: { fields: { url: { from: url }, title: h1 } }
        records:
          entry: { key: url, steps: [{ transform: tidy }] }
        outputs: [jsonl]
        """;

    /// <summary>A run that never ends, so that its engine goes on.</summary>
    public static string Keeper(Uri site) => $$"""
        name: keeper
        start: ["{{site}}for-ever"]
        scope: { hosts: ["{{site.Authority}}"] }
        egress: { allow: ["{{site.Authority}}"] }
        fetch: { robots: ignore, timeout: 1 h }
        pages: { page: { extract: { entry: { fields: { url: { from: url } } } } } }
        """;

    public static string Trawl => Built("Trawl.Cli", "trawl.dll");

    private static string Built(string project, string file) => Path.Combine(
        Root, "artifacts", "bin", project, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), file).TrimEnd('/');

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Trawl.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This is not run from the repository.");
        }

        return folder;
    }
}
