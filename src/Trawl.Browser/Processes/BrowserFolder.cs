using System.Globalization;
using System.Security.Cryptography;

namespace Trawl.Browser.Processes;

/// <summary>
/// The folder of one browser: profiles, sockets, temporary files. Its name says whose it is, so that what a killed program
/// left behind is found by the next one, whatever run or home it belonged to.
/// </summary>
internal sealed class BrowserFolder : IDisposable
{
    private const string Prefix = "trawl-browser-";

    private BrowserFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes one for this process, below the machine's temporary folder: a socket's path must be short.</summary>
    public static BrowserFolder Create()
    {
        var owner = $"{Environment.ProcessId}-{RunningProcesses.BeganAt(Environment.ProcessId) ?? "0"}";
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Prefix}{owner}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new BrowserFolder(path);
    }

    /// <summary>Ends browsers whose program is gone, and deletes what they left.</summary>
    public static void Reap()
    {
        foreach (var path in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            if (IsOrphan(System.IO.Path.GetFileName(path)[Prefix.Length..])) new BrowserFolder(path).Dispose();
        }
    }

    /// <summary>Ends what still runs in it and deletes it.</summary>
    public void Dispose()
    {
        foreach (var id in RunningProcesses.With(Path)) RunningProcesses.Kill(id);
        // A dying process may write once more.
        for (var attempt = 0; attempt < 3 && Directory.Exists(Path); attempt++) TryDelete();
    }

    private void TryDelete()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next start finds it.
        }
    }

    private static bool IsOrphan(string name) =>
        name.Split('-') is [var id, var began, _]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && OperatingSystem.IsLinux()
        && RunningProcesses.BeganAt(process) != began;
}
