using System.Runtime.InteropServices;

namespace Trawl.Hosting.Home;

/// <summary>The few calls that .NET does not offer.</summary>
internal static partial class UnixCalls
{
    public const int LockExclusive = 2;
    public const int DoNotBlock = 4;
    public const int Kill9 = 9;
    public const int ReadOnly = 0;
    public const int ReadWrite = 2;

    /// <summary>O_CLOEXEC: a child process must not inherit the lock.</summary>
    public static int CloseOnExec => OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Flock(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "getpid")]
    public static partial int Getpid();

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int pid, int signal);
}
