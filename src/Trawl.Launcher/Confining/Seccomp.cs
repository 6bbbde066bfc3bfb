using Trawl.Launcher.Kernel;

namespace Trawl.Launcher.Confining;

/// <summary>Installs a filter of system calls.</summary>
internal static unsafe class Seccomp
{
    private const int SetSeccomp = 22;
    private const nuint Filter = 2;

    public static void Install(IReadOnlyList<Instruction> program)
    {
        fixed (Instruction* first = program.ToArray())
        {
            // struct sock_fprog: a length, then a pointer at its own alignment.
            var header = stackalloc ulong[2] { (ulong)program.Count, (ulong)first };
            Libc.Check(Libc.ControlWith(SetSeccomp, Filter, header, 0, 0), "Refusing system calls");
        }
    }
}
