using System.Runtime.InteropServices;

namespace Trawl.Plugins.Tests.Support;

/// <summary>Signals that the framework does not send.</summary>
internal static partial class Signals
{
    private const int StopSignal = 19;

    /// <summary>Halts a process where it is; 0 when that worked.</summary>
    public static int Stop(int process) => Kill(process, StopSignal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
