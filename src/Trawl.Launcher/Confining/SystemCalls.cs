using System.Runtime.InteropServices;

namespace Trawl.Launcher.Confining;

/// <summary>
/// The filter of system calls: no processes and no internet sockets unless granted, and never what reaches into other
/// processes or around the filter. Everything else passes.
/// </summary>
internal static class SystemCalls
{
    private const ushort Load = 0x20;
    private const ushort And = 0x54;
    private const ushort IfEqual = 0x15;
    private const ushort IfAtLeast = 0x35;
    private const ushort Return = 0x06;
    private const uint Number = 0;
    private const uint Machine = 4;
    private const uint FirstArgument = 16;
    private const uint Allowed = 0x7fff0000;
    private const uint Failing = 0x00050000;
    private const uint NotPermitted = 1;
    private const uint AccessDenied = 13;
    private const uint NotThere = 38;
    private const uint CloneThread = 0x10000;
    private const uint Clone3 = 435;
    private const uint UnixSocket = 1;

    /// <summary>Other numbers of the same calls, by which a filter could be evaded on x64.</summary>
    private const uint FirstOfX32 = 0x40000000;

    public static IReadOnlyList<Instruction> Program(bool noFork, bool noNet)
    {
        var isArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        var program = new List<Instruction>
        {
            new(Load, 0, 0, Machine),
            new(IfEqual, 1, 0, isArm ? 0xc00000b7 : 0xc000003e),
            new(Return, 0, 0, Failing | NotPermitted),
            new(Load, 0, 0, Number),
        };
        if (!isArm) Refuse(program, IfAtLeast, FirstOfX32, NotPermitted);
        foreach (var number in isArm ? Reaching.Arm64 : Reaching.X64) Refuse(program, IfEqual, number, NotPermitted);
        if (noFork) RefuseForks(program, isArm);
        if (noNet) RefuseSockets(program, isArm ? 198u : 41u);
        program.Add(new(Return, 0, 0, Allowed));
        return program;
    }

    private static void Refuse(List<Instruction> program, ushort comparison, uint number, uint error)
    {
        program.Add(new(comparison, 0, 1, number));
        program.Add(new(Return, 0, 0, Failing | error));
    }

    /// <summary>
    /// Threads are clones too, and clone3 hides its flags in memory that a filter cannot see: told that it is not there, the
    /// C library falls back to clone.
    /// </summary>
    private static void RefuseForks(List<Instruction> program, bool isArm)
    {
        Refuse(program, IfEqual, Clone3, NotThere);
        if (!isArm)
        {
            Refuse(program, IfEqual, 57, NotPermitted);
            Refuse(program, IfEqual, 58, NotPermitted);
        }

        program.AddRange([
            new(IfEqual, 0, 5, isArm ? 220u : 56u),
            new(Load, 0, 0, FirstArgument),
            new(And, 0, 0, CloneThread),
            new(IfEqual, 0, 1, 0),
            new(Return, 0, 0, Failing | NotPermitted),
            new(Return, 0, 0, Allowed),
        ]);
    }

    private static void RefuseSockets(List<Instruction> program, uint socket) => program.AddRange([
        new(IfEqual, 0, 4, socket),
        new(Load, 0, 0, FirstArgument),
        new(IfEqual, 0, 1, UnixSocket),
        new(Return, 0, 0, Allowed),
        new(Return, 0, 0, Failing | AccessDenied),
    ]);
}
