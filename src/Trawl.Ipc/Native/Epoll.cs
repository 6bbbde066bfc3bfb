using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Trawl.Ipc.Native;

/// <summary>epoll(7) with 64 bits of the caller's own per descriptor.</summary>
internal sealed unsafe class Epoll : Poller
{
    private const int Add = 1;
    private const int Remove = 2;
    private const int Change = 3;
    private const int CloseOnExec = 0x80000;
    private const int MaxEvents = 64;

    // struct epoll_event is packed on x64 only.
    private static readonly int s_dataAt = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private readonly EventSignal _signal = new();
    private readonly Descriptor _epoll;
    private readonly byte[] _events = GC.AllocateArray<byte>(MaxEvents * 16, pinned: true);

    public Epoll()
    {
        _epoll = new(Libc.EpollCreate(CloseOnExec));
        if (_epoll.IsInvalid)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "Cannot make an epoll descriptor: " + Marshal.GetLastPInvokeErrorMessage());
        Control(Add, _signal.Descriptor, In, 0);
    }

    public override void Watch(UnixSocket socket, uint events, ulong data) => Control(Add, Of(socket), events, data);

    public override void Rewatch(UnixSocket socket, uint events, ulong data) => Control(Change, Of(socket), events, data);

    public override void Forget(UnixSocket socket, ulong data)
    {
        var descriptor = Of(socket);
        if (!descriptor.IsClosed && !_epoll.IsClosed) Control(Remove, descriptor, 0, 0);
    }

    public override void Signal() => _signal.Set();

    public override int Wait(int milliseconds, Action<uint, ulong> sink)
    {
        fixed (byte* events = _events)
        {
            var count = Libc.EpollWait(_epoll, events, MaxEvents, milliseconds);
            for (var i = 0; i < count; i++)
            {
                var entry = events + (i * (s_dataAt + 8));
                var data = *(ulong*)(entry + s_dataAt);
                if (data == 0) _signal.Reset();
                else sink(*(uint*)entry, data);
            }

            return count;
        }
    }

    public override void Dispose()
    {
        _epoll.Dispose();
        _signal.Dispose();
    }

    private static Descriptor Of(UnixSocket socket) => ((LinuxSocket)socket).Descriptor;

    private void Control(int operation, Descriptor descriptor, uint events, ulong data)
    {
        var entry = stackalloc byte[16];
        *(uint*)entry = events;
        *(ulong*)(entry + s_dataAt) = data;
        _ = Libc.EpollControl(_epoll, operation, descriptor, entry);
    }
}
