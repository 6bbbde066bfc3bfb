using System.Collections;
using System.Runtime.InteropServices;
using System.Text;

namespace Trawl.Launcher.Kernel;

/// <summary>Calls of the C library, with their errors checked.</summary>
internal static unsafe partial class Libc
{
    public const int CoreLimit = 4;
    public const int DataLimit = 2;

    private const int SetParentDeathSignal = 1;
    private const int SetNoNewPrivileges = 38;
    private const int Kill = 9;
    private const int BrokenPipe = 13;
    private const nint CloseRange = 436;

    /// <summary>Ends this process, and the program it becomes, with the thread that started it.</summary>
    public static void DieWith(int parent)
    {
        Check(Control(SetParentDeathSignal, Kill, 0, 0, 0), "Dying with the engine");
        // The engine may have died before: then nothing will tell us.
        if (GetParent() != parent) throw new KernelException("The engine is gone");
    }

    public static void GiveUpPrivileges() => Check(Control(SetNoNewPrivileges, 1, 0, 0, 0), "Giving up privileges");

    /// <summary>What this runtime opened closes by itself; what was inherited by somebody's mistake closes here.</summary>
    public static void CloseAllButStandard() => SystemCall(CloseRange, 3, unchecked((nint)uint.MaxValue), 1 << 2, 0);

    public static void Limit(int resource, long value)
    {
        var limit = stackalloc ulong[2] { (ulong)value, (ulong)value };
        Check(SetLimit(resource, limit), $"Limiting resource {resource}");
    }

    /// <summary>Becomes another program; returns only by an exception.</summary>
    public static void Execute(IReadOnlyList<string> command)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => $"{v.Key}={v.Value}").ToArray();
        // This runtime ignores the signal, and what is ignored stays so.
        Signal(BrokenPipe, 0);
        fixed (byte* path = Bytes(command[0]))
        {
            ExecuteFile(path, Strings(command), Strings(variables));
        }

        throw new KernelException($"\"{command[0]}\" cannot be started");
    }

    public static void Check(long result, string what)
    {
        if (result < 0) throw new KernelException(what);
    }

    private static byte** Strings(IReadOnlyList<string> texts)
    {
        // Never given back: the process is about to be another.
        var all = (byte**)NativeMemory.AllocZeroed((nuint)(texts.Count + 1), (nuint)sizeof(byte*));
        for (var i = 0; i < texts.Count; i++)
        {
            var bytes = Bytes(texts[i]);
            all[i] = (byte*)NativeMemory.Alloc((nuint)bytes.Length);
            bytes.CopyTo(new Span<byte>(all[i], bytes.Length));
        }

        return all;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text + '\0');

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int Control(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    public static partial int ControlWith(int option, nuint a, void* b, nuint c, nuint d);

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, ulong* limit);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int number, nint handler);

    [LibraryImport("libc", EntryPoint = "execve", SetLastError = true)]
    private static partial int ExecuteFile(byte* path, byte** arguments, byte** variables);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial nint SystemCall(nint number, nint a, nint b, nint c, nint d);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);
}
