using System.Runtime.CompilerServices;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Segments;

namespace Trawl.Ipc.Fuzz;

/// <summary>Random writes over whole segments of live connections; the server must close those connections and serve the others.</summary>
internal static class SegmentFuzz
{
    private const int WritesPerTurn = 2;
    private const int LooksPerLife = 400;
    private const int PatienceInYields = 64;

    public static FuzzReport Run(long cases, int seed)
    {
        using var target = new Target();
        using var honest = new HonestPeers(target.Endpoint);
        long tried = 0, closed = 0, valid = 0;
        for (long round = 0; tried < cases; round++)
        {
            var random = new Random(HashCode.Combine(seed, round));
            using var peer = HostilePeer.Connect(target.Endpoint);
            var isClosed = false;
            for (var i = 0; i < LooksPerLife && !isClosed && tried < cases; i++)
            {
                // Before the frame is published it is what the server will read; after, the server may be reading it.
                var frame = CommitOne(peer, random);
                if (!frame.IsEmpty) valid++;
                tried += Write(peer, frame, random);
                peer.Transport.Producer.Publish();
                tried += Write(peer, frame, random);
                peer.Transport.RingBell();
                AwaitLook(peer);
                isClosed = peer.IsClosedByServer;
            }

            if (isClosed) closed++;
        }

        honest.Stop();
        return new(tried, valid, closed, honest.Calls, honest.Failures);
    }

    // Until the server has taken what was sent, or has hung up: writes that nobody looks at between try nothing. What was
    // written may also hide the frame from the server, so patience ends.
    private static void AwaitLook(HostilePeer peer)
    {
        for (var i = 0; i < PatienceInYields && !peer.IsDrained && !peer.HasSignal; i++) Thread.Yield();
    }

    private static int Write(HostilePeer peer, Span<byte> frame, Random random)
    {
        for (var i = 0; i < WritesPerTurn; i++) Scribble.Once(Area(peer.Memory, frame, random), random);
        return WritesPerTurn;
    }

    // The frame itself, where a quiet ring keeps its frames, a control block, the rings, or anywhere. What ends a connection
    // soon is the rarest.
    private static Span<byte> Area(Span<byte> memory, Span<byte> frame, Random random) => random.Next(64) switch
    {
        < 2 => frame.IsEmpty ? memory : frame,
        < 6 => memory.Slice(SegmentLayout.PageSize, SegmentLayout.PageSize),
        6 => memory.Slice(random.Next(2) == 0 ? SegmentLayout.ControlToServer : SegmentLayout.ControlToClient, 512),
        < 16 => memory,
        _ => memory[SegmentLayout.PageSize..],
    };

    // The frame as it lies in the memory, header and all; empty when there is no room for one.
    private static unsafe Span<byte> CommitOne(HostilePeer peer, Random random)
    {
        var producer = peer.Transport.Producer;
        var size = 8 + random.Next(100);
        if (producer.IsCorrupt || !producer.TryReserve(size, out var payload)) return default;
        payload.Clear();
        payload[0] = (byte)(1 + random.Next(Target.Methods));
        producer.Commit(new FrameHeader(FrameType.Request, FrameFlags.Whole, (ulong)random.Next(1000) * 2, size));
        return new((byte*)Unsafe.AsPointer(ref payload[0]) - FrameHeader.Size, FrameHeader.Size + size);
    }
}
