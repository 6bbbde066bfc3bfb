using System.Runtime.InteropServices;
using Trawl.Launcher.Kernel;

namespace Trawl.Launcher.Confining;

/// <summary>
/// Which files may be read and written, and which ports connected to, as Linux's Landlock has it. An older kernel knows fewer
/// rights; what it does not know it does not restrict.
/// </summary>
internal static unsafe class Landlock
{
    private const nint CreateRuleset = 444;
    private const nint AddRule = 445;
    private const nint RestrictSelf = 446;
    private const int PathRule = 1;
    private const int PortRule = 2;
    private const int PathOnly = 0x200000;
    private const int CloseOnExecute = 0x80000;

    private const ulong Execute = 1 << 0;
    private const ulong WriteFile = 1 << 1;
    private const ulong ReadFile = 1 << 2;
    private const ulong ReadFolder = 1 << 3;
    private const ulong Truncate = 1 << 14;
    private const ulong Device = 1 << 15;
    private const ulong ConnectTcp = 1 << 1;
    private const ulong BindTcp = 1 << 0;
    private const ulong OfFiles = Execute | WriteFile | ReadFile | Truncate | Device;
    private const ulong Reading = Execute | ReadFile | ReadFolder;

    /// <summary>The kernel's version of Landlock; 0 without.</summary>
    public static int Version => (int)Math.Max(0, Libc.SystemCall(CreateRuleset, 0, 0, 1, 0));

    public static void Restrict(Options options)
    {
        var version = Version;
        var files = FileRights(version);
        var rules = Create(version, files);
        foreach (var path in options.Read) Allow(rules, path, Reading & files);
        // Devices are asked what they are, also by those who only read.
        foreach (var path in options.Write) Allow(rules, path, files);
        foreach (var port in options.Ports) AllowPort(rules, port, version);
        Libc.Check(Libc.SystemCall(RestrictSelf, rules, 0, 0, 0), "Confining to granted files");
        Libc.Close(rules);
    }

    private static ulong FileRights(int version) => version switch
    {
        >= 5 => (1ul << 16) - 1,
        >= 3 => (1ul << 15) - 1,
        2 => (1ul << 14) - 1,
        _ => (1ul << 13) - 1,
    };

    private static int Create(int version, ulong files)
    {
        // Files, ports, and who may be signalled or met by an abstract name: as many words as the kernel knows.
        var attributes = stackalloc ulong[3] { files, BindTcp | ConnectTcp, 3 };
        var size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
        var rules = Libc.SystemCall(CreateRuleset, (nint)attributes, size, 0, 0);
        Libc.Check(rules, "Confining to granted files");
        return (int)rules;
    }

    private static void Allow(int rules, string path, ulong rights)
    {
        var descriptor = Libc.Open(path, PathOnly | CloseOnExecute);
        // What is not there cannot be reached, and need not be granted.
        if (descriptor < 0) return;
        var rule = stackalloc byte[12];
        Marshal.WriteInt64((nint)rule, (long)(Directory.Exists(path) ? rights : rights & OfFiles));
        Marshal.WriteInt32((nint)(rule + 8), descriptor);
        Libc.Check(Libc.SystemCall(AddRule, rules, PathRule, (nint)rule, 0), $"Granting \"{path}\"");
        Libc.Close(descriptor);
    }

    private static void AllowPort(int rules, ushort port, int version)
    {
        if (version < 4) return;
        var rule = stackalloc ulong[2] { ConnectTcp, port };
        Libc.Check(Libc.SystemCall(AddRule, rules, PortRule, (nint)rule, 0), $"Granting port {port}");
    }
}
