using Trawl.Launcher.Confining;
using Trawl.Launcher.Kernel;

namespace Trawl.Launcher;

/// <summary>
/// Confines this process and replaces it by the program behind <c>--</c>. All of it holds for that program from its first
/// instruction on, in whatever language it is written, and cannot be taken back by it.
/// </summary>
internal static class Launch
{
    /// <summary>What could not be done was asked for: the worker must not run. As <c>sysexits.h</c> has it for the system.</summary>
    private const int Refused = 71;

    private const int Usage = 64;

    public static int Run(string[] args)
    {
        if (Options.Of(args) is not { } options)
        {
            Console.Error.WriteLine("usage: Trawl.Launcher [--parent PID] [--data BYTES] [--no-fork] [--no-net] [--port N]…");
            Console.Error.WriteLine("       [--read PATH]… [--write PATH]… -- PROGRAM [ARGUMENT]…");
            return Usage;
        }

        try
        {
            Confine(options);
            Libc.Execute(options.Command);
            return Refused;
        }
        catch (KernelException error)
        {
            Console.Error.WriteLine($"The worker is not started: {error.Message}");
            return Refused;
        }
    }

    private static void Confine(Options options)
    {
        if (options.Parent is { } parent) Libc.DieWith(parent);
        Libc.CloseAllButStandard();
        Libc.Limit(Libc.CoreLimit, 0);
        if (options.Data is { } data) Libc.Limit(Libc.DataLimit, data);
        Libc.GiveUpPrivileges();
        if (options.HasPaths) Landlock.Restrict(options);
        if (options.NoFork || options.NoNet) Seccomp.Install(SystemCalls.Program(options.NoFork, options.NoNet));
    }
}
