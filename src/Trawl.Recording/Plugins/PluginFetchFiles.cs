using Trawl.Recording.Capturing;
using Trawl.Storage.Durability;

namespace Trawl.Recording.Plugins;

/// <summary>
/// Where a run keeps what its plugins fetched: one file for each engine that worked on it. They stand beside the capture,
/// whose files hold what the frontier asked for and nothing else.
/// </summary>
internal static class PluginFetchFiles
{
    public static string Folder(string runFolder) => Path.Combine(runFolder, "plugins", "fetches");

    /// <summary>The files, oldest first.</summary>
    public static IReadOnlyList<string> All(string runFolder) => !Directory.Exists(Folder(runFolder)) ? []
        : [.. Directory.EnumerateFiles(Folder(runFolder)).Where(file => CapturePath.Number(file) is not null).OrderBy(CapturePath.Number)];

    public static FileStream CreateNext(string runFolder, out int number)
    {
        var folder = Folder(runFolder);
        DurableFolder.Create(folder);
        number = (All(runFolder) is [.., var last] ? CapturePath.Number(last)!.Value : 0) + 1;
        var file = new FileStream(CapturePath.Of(folder, number), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        DurableFolder.Flush(folder);
        return file;
    }
}
