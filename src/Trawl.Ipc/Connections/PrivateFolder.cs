using System.ComponentModel;
using Trawl.Ipc.Native;

namespace Trawl.Ipc.Connections;

/// <summary>The folder of a socket is its guard: it belongs to this user and nobody else may enter.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void Ensure(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        if (Path.GetDirectoryName(folder) is { } parent && !Directory.Exists(parent)) Directory.CreateDirectory(parent, OwnerOnly);
        Directory.CreateDirectory(folder, OwnerOnly);
        Check(folder);
    }

    /// <summary>True for a folder, no link, that belongs to this user and that nobody else may enter.</summary>
    public static bool IsOurs(string folder)
    {
        if (Platform.IsPortable) return IsOursByMode(folder);
        var facts = FileFacts.OfPath(folder);
        return facts is { IsFolder: true, IsPrivate: true } && facts.User == Platform.User;
    }

    // Only its owner may set a folder's mode, even to what it is. On Windows the user's temporary folder is private by its rights.
    private static bool IsOursByMode(string folder)
    {
        if (OperatingSystem.IsWindows()) return true;
        try
        {
            var mode = File.GetUnixFileMode(folder);
            File.SetUnixFileMode(folder, mode);
            return (mode & ~OwnerOnly) == 0 && new DirectoryInfo(folder) is { Exists: true, LinkTarget: null };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Check(string folder)
    {
        if (IsOurs(folder)) return;
        throw new Win32Exception(
            $"\"{folder}\" must be a folder of this user that nobody else may enter (mode 0700), since it guards the socket in it.");
    }
}
