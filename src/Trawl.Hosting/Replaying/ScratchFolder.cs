using Trawl.Hosting.Home;

namespace Trawl.Hosting.Replaying;

/// <summary>A folder of the home for work that nobody keeps. One whose process died is cleared away by the next.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string LockName = ".lock";
    private readonly FileStream _lock;

    private ScratchFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <exception cref="IOException">The disk refused.</exception>
    public static ScratchFolder Create(HomeFolder home)
    {
        var root = System.IO.Path.Combine(home.Root, "scratch");
        Directory.CreateDirectory(root);
        foreach (var left in Directory.EnumerateDirectories(root))
        {
            TryClear(left);
        }

        var path = System.IO.Path.Combine(root, System.IO.Path.GetRandomFileName());
        Directory.CreateDirectory(path);
        return new ScratchFolder(path, Hold(path));
    }

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        _lock.Dispose();
    }

    private static FileStream Hold(string folder) =>
        new(System.IO.Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static void TryClear(string folder)
    {
        try
        {
            using var held = Hold(folder);
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody works there, or clears it too.
        }
    }
}
