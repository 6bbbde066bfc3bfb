using Trawl.Ipc.Native;

namespace Trawl.Ipc.Fuzz;

/// <summary>Memory with a page before and after it that nobody may touch: an access out of bounds ends the process.</summary>
internal sealed unsafe class GuardedMemory : IDisposable
{
    private const int Page = 4096;
    private const int ReadWrite = 1 | 2;
    private const int PrivateAnonymous = 2 | 0x20;
    private const int Fixed = 0x10;
    private readonly byte* _all;
    private readonly nuint _length;

    public GuardedMemory(int bytes)
    {
        _length = (nuint)(bytes + (2 * Page));
        _all = (byte*)Libc.Mmap(null, _length, 0, PrivateAnonymous, -1, 0);
        Start = (byte*)Libc.Mmap(_all + Page, (nuint)bytes, ReadWrite, PrivateAnonymous | Fixed, -1, 0);
        if ((nint)_all == -1 || (nint)Start == -1) throw new InvalidOperationException("No memory.");
        Bytes = bytes;
    }

    public byte* Start { get; }

    public int Bytes { get; }

    public Span<byte> Span => new(Start, Bytes);

    public void Dispose() => _ = Libc.Munmap(_all, _length);
}
