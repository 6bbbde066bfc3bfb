using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Trawl.Ipc.Native;

/// <summary>epoll(7) with 64 bits of the caller's own per descriptor.</summary>
internal sealed unsafe class Epoll : IDisposable
{
    public const uint In = 1;
    public const uint Out = 4;
    public const uint Gone = 8 | 0x10 | 0x2000; // error, hang-up, the peer's half closed
    public const uint EdgeTriggered = 1u << 31;
    private const int Add = 1;
    private const int Remove = 2;
    private const int Change = 3;
    private const int CloseOnExec = 0x80000;
    private const int MaxEvents = 64;

    // struct epoll_event is packed on x64 only.
    private static readonly int s_dataAt = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private readonly Descriptor _epoll;
    private readonly byte[] _events = GC.AllocateArray<byte>(MaxEvents * 16, pinned: true);

    public Epoll()
    {
        _epoll = new(Libc.EpollCreate(CloseOnExec));
        if (_epoll.IsInvalid)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "Cannot make an epoll descriptor: " + Marshal.GetLastPInvokeErrorMessage());
    }

    public void Watch(Descriptor descriptor, uint events, ulong data) => Control(Add, descriptor, events, data);

    public void Rewatch(Descriptor descriptor, uint events, ulong data) => Control(Change, descriptor, events, data);

    public void Forget(Descriptor descriptor)
    {
        if (!descriptor.IsClosed && !_epoll.IsClosed) Control(Remove, descriptor, 0, 0);
    }

    /// <summary>Waits, and gives events and data of what happened to <paramref name="sink"/>; the number of them.</summary>
    public int Wait(int milliseconds, Action<uint, ulong> sink)
    {
        fixed (byte* events = _events)
        {
            var count = Libc.EpollWait(_epoll, events, MaxEvents, milliseconds);
            for (var i = 0; i < count; i++)
            {
                var entry = events + (i * (s_dataAt + 8));
                sink(*(uint*)entry, *(ulong*)(entry + s_dataAt));
            }

            return count;
        }
    }

    public void Dispose() => _epoll.Dispose();

    private void Control(int operation, Descriptor descriptor, uint events, ulong data)
    {
        var entry = stackalloc byte[16];
        *(uint*)entry = events;
        *(ulong*)(entry + s_dataAt) = data;
        _ = Libc.EpollControl(_epoll, operation, descriptor, entry);
    }
}
