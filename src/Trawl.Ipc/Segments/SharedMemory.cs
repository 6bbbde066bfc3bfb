using Trawl.Ipc.Native;

namespace Trawl.Ipc.Segments;

/// <summary>Memory that two processes map, however the system makes it.</summary>
internal abstract unsafe class SharedMemory(long length) : IDisposable
{
    public abstract byte* Start { get; }

    public long Length => length;

    /// <summary>
    /// True where memory can be shared with a peer that is trusted so far. A file that the peer could shrink under the reader
    /// would kill this process, so without seals only a peer that is believed anyway shares one.
    /// </summary>
    public static bool IsSupportedFor(IpcTrust trust) =>
        Environment.Is64BitProcess && BitConverter.IsLittleEndian
        && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows() || trust == IpcTrust.InPlace);

    /// <summary>Makes memory, and the descriptor that the peer needs to map it: none where it is found by the connection's id.</summary>
    public static SharedMemory Create(long length, string folder, Guid session, out Descriptor? descriptor)
    {
        descriptor = null;
        return Platform.IsPortable ? NamedMemory.Create(folder, session, length) : SealedMemory.Create(length, out descriptor);
    }

    /// <summary>Maps what a peer passed or named, if it is what it must be; otherwise null.</summary>
    public static SharedMemory? TryOpen(Descriptor? descriptor, string folder, Guid session, long length) =>
        descriptor is not null ? SealedMemory.TryMap(descriptor, length) : NamedMemory.TryOpen(folder, session, length);

    public abstract void Dispose();
}
