namespace Trawl.Ipc.Native;

/// <summary>
/// Which half of the seam is used. Linux has descriptors, epoll and sealed memory of its own; everywhere else the framework's
/// Unix sockets have to do. The variable is for tests: it
/// lets them run over that half on Linux, without the seals that Linux has.
/// </summary>
internal static class Platform
{
    private const string Variable = "TRAWL_IPC_PORTABLE";

    public static bool IsPortable { get; } = !OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>This process's user as the kernel numbers it. Windows has no such number: there the folder's rights have to do.</summary>
    public static uint User => OperatingSystem.IsWindows() ? 0 : Libc.EffectiveUser();
}
