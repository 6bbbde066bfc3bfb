namespace Trawl.Storage.Runs;

/// <summary>Names in a run's folder.</summary>
public static class RunFiles
{
    public static string Database(string folder) => Path.Combine(folder, "run.db");

    public static string Datasets(string folder) => Path.Combine(folder, "datasets");

    public static string Manifest(string folder) => Path.Combine(Datasets(folder), "manifest.json");
}
