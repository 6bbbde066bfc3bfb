using Trawl.Api.Runs;
using Trawl.Hosting;

namespace Trawl.Samples.Tests.Support;

/// <summary>Reads what a run left in a home.</summary>
internal static class Homes
{
    /// <summary>The home's only run.</summary>
    public static async Task<RunDetails> OnlyRunAsync(string home)
    {
        await using var trawl = TrawlHost.Open(new TrawlHostOptions { Home = home });
        var runs = (await trawl.ListRunsAsync(new ListRunsRequest(), CancellationToken.None)).Value.Runs;
        return (await trawl.ShowRunAsync(new ShowRunRequest(Assert.Single(runs).RunId), CancellationToken.None)).Value;
    }

    /// <summary>The published files by name, but the manifest, which names the run.</summary>
    public static SortedDictionary<string, string> Datasets(RunDetails run) => new(
        Directory.EnumerateFiles(Path.Combine(run.Folder, "datasets"))
            .Where(file => Path.GetFileName(file) != "manifest.json")
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText),
        StringComparer.Ordinal);
}
