namespace Trawl.Ipc.Native;

/// <summary>Waits for many sockets at once, with 64 bits of the caller's own (not 0) for each. The events are those of epoll(7).</summary>
internal abstract class Poller : IDisposable
{
    public const uint In = 1;
    public const uint Out = 4;
    public const uint Gone = 8 | 0x10 | 0x2000; // error, hang-up, the peer's half closed
    public const uint EdgeTriggered = 1u << 31;

    /// <summary>Asked whether a socket that is watched for room has anything to send.</summary>
    public Func<ulong, bool> WantsRoom { get; set; } = _ => true;

    public static Poller Create() => Platform.IsPortable ? new ManagedPoller() : new Epoll();

    public abstract void Watch(UnixSocket socket, uint events, ulong data);

    public abstract void Rewatch(UnixSocket socket, uint events, ulong data);

    public abstract void Forget(UnixSocket socket, ulong data);

    /// <summary>Ends a wait, from any thread.</summary>
    public abstract void Signal();

    /// <summary>Waits, and gives events and data of what happened to <paramref name="sink"/>; the number of things that ended it.</summary>
    public abstract int Wait(int milliseconds, Action<uint, ulong> sink);

    public abstract void Dispose();
}
