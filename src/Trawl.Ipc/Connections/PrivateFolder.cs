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
        var facts = FileFacts.OfPath(folder);
        return facts is { IsFolder: true, IsPrivate: true } && facts.User == Libc.EffectiveUser();
    }

    private static void Check(string folder)
    {
        if (IsOurs(folder)) return;
        throw new Win32Exception(
            $"\"{folder}\" must be a folder of this user that nobody else may enter (mode 0700), since it guards the socket in it.");
    }
}
