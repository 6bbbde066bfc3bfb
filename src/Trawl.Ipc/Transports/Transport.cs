using Trawl.Ipc.Frames;
using Trawl.Ipc.Native;
using Trawl.Ipc.Waiting;

namespace Trawl.Ipc.Transports;

/// <summary>One connection's way for bytes: frames out, frames in, and a socket that wakes the peer and tells of its death.</summary>
internal abstract class Transport(UnixSocket socket, FrameProducer producer, FrameConsumer consumer) : IDisposable
{
    public UnixSocket Socket { get; } = socket;

    public FrameProducer Producer { get; } = producer;

    public FrameConsumer Consumer { get; } = consumer;

    public abstract IpcTransport Kind { get; }

    /// <summary>Bytes of memory shared with the peer.</summary>
    public abstract long SharedBytes { get; }

    /// <summary>True when published bytes are not yet where the peer can see them.</summary>
    public abstract bool HasUnsent { get; }

    /// <summary>To be read before a sleeping flag is set, and given to the wait that follows.</summary>
    public abstract int Round { get; }

    /// <summary>Wakes the peer. Never blocks: a full socket holds bells that were not heard yet.</summary>
    public abstract void RingBell();

    /// <summary>Takes in what the socket holds, without waiting; false when the peer is gone.</summary>
    public abstract bool TakeIn();

    /// <summary>Waits until there may be something to read.</summary>
    public abstract BellOutcome WaitToRead(int round, int milliseconds);

    /// <summary>Waits until there may be room to write, or what is unsent may be sent.</summary>
    public abstract BellOutcome WaitToWrite(int round, int milliseconds);

    public virtual void Dispose()
    {
        Consumer.Dispose();
        Socket.Dispose();
    }
}
