using Trawl.Ipc.Frames;
using Trawl.Ipc.Segments;

namespace Trawl.Ipc.Fuzz;

/// <summary>Random writes over whole segments of live connections; the server must close those connections and serve the others.</summary>
internal static class SegmentFuzz
{
    private const int WritesPerLook = 64;

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
            for (var i = 0; i < 50 && !isClosed && tried < cases; i++)
            {
                if (TrySendOne(peer, random)) valid++;
                tried += Write(peer, random);
                peer.Transport.RingBell();
                isClosed = peer.IsClosedByServer;
            }

            if (isClosed) closed++;
        }

        honest.Stop();
        return new(tried, valid, closed, honest.Calls, honest.Failures);
    }

    private static int Write(HostilePeer peer, Random random)
    {
        var memory = peer.Memory;
        var isGentle = random.Next(2) == 0;
        for (var i = 0; i < WritesPerLook; i++)
        {
            var area = !isGentle && random.Next(16) == 0 ? memory.Slice(random.Next(2) == 0 ? SegmentLayout.ControlToServer : SegmentLayout.ControlToClient, 512)
                : isGentle || random.Next(4) == 0 ? memory[SegmentLayout.PageSize..] : memory;
            Scribble.Once(area, random);
        }

        return WritesPerLook;
    }

    private static bool TrySendOne(HostilePeer peer, Random random)
    {
        var producer = peer.Transport.Producer;
        var size = 8 + random.Next(100);
        if (producer.IsCorrupt || !producer.TryReserve(size, out var payload)) return false;
        payload.Clear();
        payload[0] = (byte)(1 + random.Next(Target.Methods));
        producer.Commit(new FrameHeader(FrameType.Request, FrameFlags.Whole, (ulong)random.Next(1000) * 2, size));
        if (producer.Publish()) peer.Transport.RingBell();
        return true;
    }
}
