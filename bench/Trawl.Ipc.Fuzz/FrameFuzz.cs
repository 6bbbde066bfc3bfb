using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Fuzz;

/// <summary>
/// Valid frames, changed, with their checksums made right again: they pass the ring and meet the judges of types, flags,
/// ids and orders, the assembler, the handlers and every decoder.
/// </summary>
internal static class FrameFuzz
{
    private const int FramesPerLook = 32;
    private static readonly IpcCompression[] s_compressions = [IpcCompression.None, IpcCompression.Deflate, IpcCompression.Brotli];

    public static FuzzReport Run(long cases, int seed)
    {
        using var target = new Target();
        using var honest = new HonestPeers(target.Endpoint);
        var mutator = new FrameMutator();
        long tried = 0, closed = 0;
        for (long round = 0; tried < cases; round++)
        {
            var random = new Random(HashCode.Combine(seed, round));
            using var peer = HostilePeer.Connect(target.Endpoint, s_compressions[random.Next(s_compressions.Length)]);
            var isWild = random.Next(4) == 0;
            var isClosed = false;
            for (var i = 0; i < 400 && !isClosed && tried < cases; i++)
            {
                for (var n = 0; n < FramesPerLook; n++)
                    if (mutator.TrySend(peer, random, isWild)) tried++;
                Drain(peer);
                isClosed = peer.IsClosedByServer;
            }

            if (isClosed) closed++;
        }

        honest.Stop();
        return new(tried, tried, closed, honest.Calls, honest.Failures);
    }

    private static void Drain(HostilePeer peer)
    {
        var consumer = peer.Transport.Consumer;
        while (consumer.TryRead(out _, out _)) consumer.Advance();
        if (consumer.Release()) peer.Transport.RingBell();
    }
}
