using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Trawl.Ipc.Native;

/// <summary>Owner, mode and size of a file, by statx(2): its result has one layout on every architecture.</summary>
internal readonly unsafe record struct FileFacts(uint User, ushort Mode, long Size)
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicFacts = 0x7ff;
    private const int ResultSize = 256;

    public bool IsFolder => (Mode & 0xF000) == 0x4000;

    /// <summary>True when nobody but the owner may do anything with it.</summary>
    public bool IsPrivate => (Mode & 0x3F) == 0;

    public static FileFacts OfPath(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path + '\0');
        fixed (byte* start = bytes)
            return Read(CurrentFolder, start, NoFollow, path);
    }

    public static FileFacts OfDescriptor(int fd)
    {
        byte empty = 0;
        return Read(fd, &empty, EmptyPath, $"descriptor {fd}");
    }

    private static FileFacts Read(int folder, byte* path, int flags, string name)
    {
        var result = stackalloc byte[ResultSize];
        if (Libc.Statx(folder, path, flags, BasicFacts, result) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"Cannot look at {name}: {Marshal.GetLastPInvokeErrorMessage()}");
        return new(*(uint*)(result + 20), *(ushort*)(result + 28), *(long*)(result + 40));
    }
}
