using System.Runtime.InteropServices;

namespace Trawl.Storage.Durability;

/// <summary>
/// What .NET does not offer: <c>FileStream.Flush(true)</c> hides errors of fsync on Linux, and there is no call for
/// folders at all.
/// </summary>
internal static partial class PosixCalls
{
    internal const int ReadOnly = 0;

    /// <summary>O_CLOEXEC, so that no child process inherits the descriptor.</summary>
    internal static int CloseOnExec => OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;

    /// <summary>
    /// F_FULLFSYNC of macOS, where fsync alone leaves the data in the drive's cache. Written, not tested.
    /// </summary>
    internal const int FullSync = 51;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    internal static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int Control(int descriptor, int command);
}
