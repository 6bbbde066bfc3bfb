namespace Trawl.Plugins.Workers;

/// <summary>Folders of workers, which come and go.</summary>
internal static class TemporaryFolders
{
    /// <summary>Deletes a folder; what resists is deleted with the next run of the engine.</summary>
    public static void TryDelete(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A file that a grandchild still writes, or that the worker made unreadable.
        }
    }
}
