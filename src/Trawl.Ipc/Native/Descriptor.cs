using Microsoft.Win32.SafeHandles;

namespace Trawl.Ipc.Native;

/// <summary>A file descriptor that is closed once, after its last user.</summary>
internal sealed class Descriptor : SafeHandleZeroOrMinusOneIsInvalid
{
    public Descriptor(int fd)
        : base(ownsHandle: true) => SetHandle(fd);

    public int Number => (int)handle;

    protected override bool ReleaseHandle() => Libc.Close((int)handle) == 0;
}
