using System.Buffers;
using System.Diagnostics;
using Trawl.Ipc;
using Trawl.Ipc.Frames;

namespace Trawl.Sdk.Wire;

/// <summary>Whole messages over a channel. One thread at a time; a received message is valid until <see cref="Done"/>.</summary>
internal sealed class WireChannel(IpcChannel channel, bool inPlace) : IDisposable
{
    private byte[] _assembled = [];
    private bool _isHeld;

    public int PeerProcess => channel.PeerProcess;

    public Ipc.Diagnostics.IpcCounters Counters => channel.Counters;

    public IpcTransport Transport => channel.Transport;

    /// <summary>Sends a message; waits for room.</summary>
    /// <exception cref="WireException">The peer is gone, or takes nothing for as long as <paramref name="timeout"/>.</exception>
    public void Send(WireOp op, ulong call, ReadOnlyMemory<byte> meta, IReadOnlyList<ReadOnlyMemory<byte>> blobs, TimeSpan timeout)
    {
        var body = new WireBody(meta, blobs);
        if (body.Length > WireLimits.Message) throw new InvalidOperationException($"A message of {body.Length} bytes is larger than {WireLimits.Message}.");
        do
        {
            var size = WireLimits.FrameHead + (int)Math.Min(body.Length, channel.MaxPayload - WireLimits.FrameHead);
            var payload = Reserve(size, timeout);
            body.CopyNext(payload[WireLimits.FrameHead..]);
            payload[..WireLimits.FrameHead].Clear();
            payload[0] = (byte)op;
            payload[1] = body.Length > 0 ? WireLimits.More : (byte)0;
            channel.Commit(size, FrameType.Message, call);
            channel.Publish();
        }
        while (body.Length > 0);
    }

    /// <summary>Waits for a message; null when none came in time.</summary>
    /// <exception cref="WireException">The peer is gone, or sent what is no message.</exception>
    public WireMessage? Receive(TimeSpan timeout)
    {
        var began = Stopwatch.GetTimestamp();
        var collected = 0;
        while (true)
        {
            if (!TryRead(Left(timeout, began), out var frame))
            {
                if (collected > 0 && Left(timeout, began) > TimeSpan.Zero) continue;
                return collected == 0 ? null : throw new WireException("A message broke off.");
            }

            var (op, hasMore) = HeadOf(frame);
            if (collected == 0 && !hasMore) return WireMessage.Read(op, frame.Header.Id, Hold(frame.Payload[WireLimits.FrameHead..]));
            collected = Collect(frame.Payload[WireLimits.FrameHead..], collected);
            var id = frame.Header.Id;
            channel.Advance();
            if (!hasMore) return WireMessage.Read(op, id, _assembled.AsMemory(0, collected));
        }
    }

    /// <summary>Gives the message's memory back.</summary>
    public void Done()
    {
        if (!_isHeld) return;
        _isHeld = false;
        channel.Advance();
    }

    /// <summary>Ends the connection; may be called from any thread.</summary>
    public void Close() => channel.Close();

    public void Dispose() => channel.Dispose();

    private static TimeSpan Left(TimeSpan timeout, long began) =>
        timeout == Timeout.InfiniteTimeSpan ? timeout : TimeSpan.FromTicks(Math.Max(0, (timeout - Stopwatch.GetElapsedTime(began)).Ticks));

    private bool TryRead(TimeSpan timeout, out IpcFrame frame)
    {
        while (!channel.TryRead(out frame))
        {
            switch (channel.WaitToRead(timeout))
            {
                case IpcWait.TimedOut: return false;
                case IpcWait.Closed:
                    throw channel.Fault == FrameFault.None ? new WireException("The other end is gone.", isGone: true)
                        : new WireException($"The other end broke the frame format: {channel.Fault}.");
            }
        }

        return true;
    }

    private static (WireOp Op, bool HasMore) HeadOf(in IpcFrame frame)
    {
        var payload = frame.Payload;
        if (frame.Header.Type != FrameType.Message || payload.Length < WireLimits.FrameHead)
            throw new WireException($"A frame of type {frame.Header.Type} with {payload.Length} bytes is no message.");
        return ((WireOp)payload[0], (payload[1] & WireLimits.More) != 0);
    }

    /// <summary>
    /// In shared memory a message is read where it lies until <see cref="Done"/>; from a socket it is copied, since its
    /// buffer is the collector's to move.
    /// </summary>
    private unsafe ReadOnlyMemory<byte> Hold(ReadOnlySpan<byte> payload)
    {
        if (!inPlace || channel.Transport != IpcTransport.SharedMemory)
        {
            var copy = payload.ToArray();
            channel.Advance();
            return copy;
        }

        _isHeld = true;
        fixed (byte* start = payload) return new SharedBytes(start, payload.Length).Memory;
    }

    private int Collect(ReadOnlySpan<byte> chunk, int collected)
    {
        var needed = (long)collected + chunk.Length;
        if (needed > WireLimits.Message) throw new WireException($"A message is larger than {WireLimits.Message} bytes.");
        if (needed > _assembled.Length || collected == 0) Grow(collected, (int)needed);
        chunk.CopyTo(_assembled.AsSpan(collected));
        return (int)needed;
    }

    // A new array for each message: the last one's may still be in somebody's hands.
    private void Grow(int collected, int needed)
    {
        var larger = GC.AllocateUninitializedArray<byte>(Math.Max(needed, (int)Math.Min(WireLimits.Message, 2L * collected)));
        _assembled.AsSpan(0, collected).CopyTo(larger);
        _assembled = larger;
    }

    private Span<byte> Reserve(int size, TimeSpan timeout)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (channel.TryReserve(size, out var payload)) return payload;
            switch (channel.WaitToWrite(size, Left(timeout, began)))
            {
                case IpcWait.Closed: throw new WireException("The other end is gone.", isGone: true);
                case IpcWait.TimedOut: throw new WireException("The other end takes nothing any more.", isGone: true);
            }
        }
    }
}
