using System.ComponentModel;
using System.Runtime.InteropServices;
using Trawl.Ipc.Native;

namespace Trawl.Ipc.Segments;

/// <summary>
/// Anonymous memory that two processes map: a sealed memory file (Linux 3.17 or later). It has no name, so a crash of
/// both ends leaves nothing behind.
/// </summary>
internal sealed unsafe class SealedMemory : SharedMemory
{
    private const uint CloseOnExecAllowSealing = 1 | 2;
    private const int AddSeals = 1033;
    private const int GetSeals = 1034;
    private const int ReadWrite = 1 | 2;
    private const int Shared = 1;
    private byte* _start;

    private SealedMemory(byte* start, long length)
        : base(length) => _start = start;

    ~SealedMemory() => Unmap();

    public override byte* Start => _start;

    /// <summary>Makes and seals memory; the descriptor goes to the peer and is then closed by the caller.</summary>
    public static SealedMemory Create(long length, out Descriptor descriptor)
    {
        fixed (byte* name = "trawl-ipc\0"u8)
            descriptor = new Descriptor(Check(Libc.MemfdCreate(name, CloseOnExecAllowSealing), "make a memory file"));
        Check(Libc.Ftruncate(descriptor.Number, length), "size a memory file");
        Check(Libc.Fcntl(descriptor.Number, AddSeals, Seals.Required), "seal a memory file");
        return Map(descriptor, length);
    }

    /// <summary>Maps what a peer passed, if its size and seals are right; otherwise null.</summary>
    public static SealedMemory? TryMap(Descriptor descriptor, long length)
    {
        var seals = Libc.Fcntl(descriptor.Number, GetSeals, 0);
        if (seals < 0 || (seals & Seals.Required) != Seals.Required) return null;
        return FileFacts.OfDescriptor(descriptor.Number).Size == length ? Map(descriptor, length) : null;
    }

    public override void Dispose()
    {
        Unmap();
        GC.SuppressFinalize(this);
    }

    private static SealedMemory Map(Descriptor descriptor, long length)
    {
        var start = Libc.Mmap(null, (nuint)length, ReadWrite, Shared, descriptor.Number, 0);
        Check((nint)start == -1 ? -1 : 0, "map a memory file");
        return new SealedMemory((byte*)start, length);
    }

    private void Unmap()
    {
        var start = _start;
        _start = null;
        if (start != null) _ = Libc.Munmap(start, (nuint)Length);
    }

    private static int Check(int result, string what)
    {
        if (result < 0) throw new Win32Exception(Marshal.GetLastPInvokeError(), $"Cannot {what}: {Marshal.GetLastPInvokeErrorMessage()}");
        return result;
    }
}
