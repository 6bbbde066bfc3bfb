namespace Trawl.Storage.Runs;

/// <summary>Names in a run's folder.</summary>
public static class RunFiles
{
    public static string Database(string folder) => Path.Combine(folder, "run.db");

    /// <summary>What creations of the run left that did not get to their end, or are under way.</summary>
    public static IEnumerable<string> Drafts(string folder) => Directory.EnumerateFiles(folder, "run.db.*.new*");

    public static string Datasets(string folder) => Path.Combine(folder, "datasets");

    public static string Capture(string folder) => Path.Combine(folder, "capture");

    public static string Manifest(string folder) => Path.Combine(Datasets(folder), "manifest.json");
}
