using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Store;

namespace Trawl.Recording.Capturing;

/// <summary>
/// Brings a capture back to the last commit: what stands behind the committed lengths was written by an engine that
/// died before it could say so, and nobody refers to it. Doing it again changes nothing.
/// </summary>
internal static class CaptureRecovery
{
    /// <exception cref="RunStoreException">Committed bytes are missing, or a file cannot be cut.</exception>
    public static void Run(string folder, IReadOnlyList<CaptureFile> committed)
    {
        try
        {
            foreach (var file in committed)
            {
                Cut(CapturePath.Of(folder, file.Number), file.Length);
            }

            DeleteOthers(folder, committed);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CaptureErrors.Unwritable(folder, error);
        }
    }

    private static void Cut(string path, long length)
    {
        var found = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
        if (found < length)
        {
            throw CaptureErrors.Lost(path, found, length);
        }

        if (found > length)
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            stream.SetLength(length);
            CrashPoints.Reach(CrashPoint.CaptureCut);
        }
    }

    /// <summary>A file without a commit holds nothing that counts.</summary>
    private static void DeleteOthers(string folder, IReadOnlyList<CaptureFile> committed)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(folder))
        {
            if (CapturePath.Number(path) is { } number && !committed.Any(file => file.Number == number))
            {
                File.Delete(path);
            }
        }
    }
}
