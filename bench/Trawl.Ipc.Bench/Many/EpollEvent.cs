using System.Runtime.InteropServices;

namespace Trawl.Ipc.Bench.Many;

/// <summary><c>struct epoll_event</c> of x64.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct EpollEvent
{
    internal uint Events;
    internal ulong Data;
}
