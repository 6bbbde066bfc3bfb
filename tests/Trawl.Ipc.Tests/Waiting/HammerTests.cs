using Trawl.Ipc.Frames;
using Trawl.Ipc.Tests.Connections;

namespace Trawl.Ipc.Tests.Waiting;

/// <summary>
/// Two threads that sleep and wake each other as often as they can: a tiny ring, blocking at once, both directions. A lost
/// wake-up shows as a wait that is over. TRAWL_IPC_HAMMER_SECONDS makes it run longer.
/// </summary>
public sealed class HammerTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task NobodySleepsForEver()
    {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("TRAWL_IPC_HAMMER_SECONDS"), out var set) ? set : 3;
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), TimeProvider.System);
        using var pair = new ChannelPair(new IpcOptions { RingBytes = 1 << 14, Waiting = IpcWaiting.Block }, new IpcServerOptions { Waiting = IpcWaiting.Block });
        var sides = new[] { (pair.Client, 1), (pair.Server, 2) }.SelectMany(side => new[]
        {
            Task.Factory.StartNew(() => Write(side.Item1, side.Item2, stop.Token), TaskCreationOptions.LongRunning),
            Task.Factory.StartNew(() => Read(side.Item1, 3 - side.Item2), TaskCreationOptions.LongRunning),
        }).ToArray();
        await Task.WhenAll(sides).WaitAsync(TimeSpan.FromSeconds(seconds) + s_patience + s_patience);
    }

    // The last message has id 0: the reader goes home.
    private static void Write(IpcChannel channel, int seed, CancellationToken stop)
    {
        var random = new Random(seed);
        for (ulong id = 1; !stop.IsCancellationRequested; id++) Send(channel, random.Next(channel.MaxPayload), id);
        Send(channel, 0, 0);
    }

    private static void Send(IpcChannel channel, int size, ulong id)
    {
        Span<byte> payload;
        while (!channel.TryReserve(size, out payload)) Assert.Equal(IpcWait.Ready, channel.WaitToWrite(size, s_patience));
        payload.Fill((byte)id);
        channel.Commit(size, FrameType.Message, id);
        channel.Publish();
    }

    private static void Read(IpcChannel channel, int seed)
    {
        var random = new Random(seed);
        for (ulong expected = 1; ; expected++)
        {
            Assert.Equal(IpcWait.Ready, channel.WaitToRead(s_patience));
            Assert.True(channel.TryRead(out var frame));
            if (frame.Header.Id == 0) return;
            Assert.Equal(expected, frame.Header.Id);
            Assert.Equal(random.Next(channel.MaxPayload), frame.Payload.Length);
            Assert.False(frame.Payload.ContainsAnyExcept((byte)expected));
            channel.Advance();
        }
    }
}
