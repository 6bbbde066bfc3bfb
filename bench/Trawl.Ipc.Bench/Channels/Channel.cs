namespace Trawl.Ipc.Bench.Channels;

/// <summary>Frames to and fro on one thread, by blocking calls: what every synchronous transport is measured through.</summary>
internal abstract class Channel : IDisposable
{
    /// <summary>True when a whole frame is there already.</summary>
    internal abstract bool HasMore { get; }

    /// <summary>How many frames to gather before a flush, where the sender may gather as many as it likes.</summary>
    internal virtual int Gathers => int.MaxValue;

    /// <summary>Room for a frame's body; no frame before it is committed.</summary>
    internal abstract Span<byte> Reserve(int size);

    internal abstract void Commit(int size, byte kind, uint id);

    /// <summary>Sends what was committed.</summary>
    internal abstract void Flush();

    /// <summary>Waits for a frame; false when the peer has gone.</summary>
    internal abstract bool Receive(out Frame frame);

    public abstract void Dispose();
}
