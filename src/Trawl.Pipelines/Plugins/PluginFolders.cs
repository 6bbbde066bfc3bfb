using Trawl.Model.Plugins;

namespace Trawl.Pipelines.Plugins;

/// <summary>Where plugins are looked for: each in a folder of its own with a manifest in it.</summary>
/// <param name="Roots">Absolute paths of folders that hold plugins' folders, the first that has one counts.</param>
public sealed record PluginFolders(IReadOnlyList<string> Roots)
{
    /// <summary>No folder but that beside the pipeline's file.</summary>
    public static PluginFolders None { get; } = new([]);

    /// <summary>The folder of plugins beside a pipeline's file.</summary>
    public static string Beside(string baseDirectory) => Path.Combine(baseDirectory, "plugins");

    /// <summary>These folders, looked through after that beside a pipeline's file.</summary>
    public PluginFolders After(string baseDirectory) => new([Beside(baseDirectory), .. Roots]);

    /// <summary>All plugins, those with a broken manifest too; of those with one id the first.</summary>
    public IReadOnlyList<ManifestResult> List() =>
        [.. Roots.SelectMany(Below).DistinctBy(found => found.Id ?? found.Folder, StringComparer.Ordinal)];

    /// <summary>The plugin of an id, or in a folder; null when there is none.</summary>
    /// <param name="use">The id, or the folder: relative when it begins with a dot.</param>
    /// <param name="baseDirectory">What a folder is relative to.</param>
    public ManifestResult? Find(string use, string baseDirectory) => PluginKinds.IsFolder(use)
        ? Read(Path.GetFullPath(use, baseDirectory))
        : After(baseDirectory).Roots.SelectMany(Below).FirstOrDefault(found => found.Id == use);

    /// <summary>The manifest of a folder; null when it holds none.</summary>
    public static ManifestResult? Read(string folder)
    {
        string file = Path.Combine(folder, PluginManifest.FileName);
        return File.Exists(file) ? ManifestCompiler.Compile(File.ReadAllText(file), file) : null;
    }

    private static IEnumerable<ManifestResult> Below(string root) => !Directory.Exists(root) ? []
        : Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal).Select(Read).OfType<ManifestResult>();
}
