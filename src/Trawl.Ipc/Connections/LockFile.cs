using System.Diagnostics;

namespace Trawl.Ipc.Connections;

/// <summary>
/// A turn on a folder by a file beside it that only one process may have open: for systems where a folder itself cannot be
/// locked. The file goes with the turn, and with the process.
/// </summary>
internal static class LockFile
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <exception cref="IOException">Others have had it for 5 seconds.</exception>
    public static IDisposable Take(string folder)
    {
        var began = Stopwatch.GetTimestamp();
        var pause = default(SpinWait);
        while (true)
        {
            if (TryTake(folder) is { } turn) return turn;
            if (Stopwatch.GetElapsedTime(began) > s_patience) throw new IOException($"Other processes hold \"{folder}.lock\".");
            pause.SpinOnce();
        }
    }

    public static IDisposable? TryTake(string folder)
    {
        try
        {
            return new FileStream(folder + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
