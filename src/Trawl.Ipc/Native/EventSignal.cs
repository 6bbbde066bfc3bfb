namespace Trawl.Ipc.Native;

/// <summary>Wakes an epoll from another thread of this process: eventfd(2).</summary>
internal sealed unsafe class EventSignal : IDisposable
{
    private const int NonBlockingCloseOnExec = 0x800 | 0x80000;

    public Descriptor Descriptor { get; } = new(Libc.EventFd(0, NonBlockingCloseOnExec));

    public void Set()
    {
        ulong one = 1;
        _ = Libc.Write(Descriptor, &one, 8);
    }

    public void Reset()
    {
        ulong count;
        _ = Libc.Read(Descriptor, &count, 8);
    }

    public void Dispose() => Descriptor.Dispose();
}
