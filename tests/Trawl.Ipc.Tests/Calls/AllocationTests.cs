using Trawl.Ipc.Frames;
using Trawl.Ipc.Tests.Connections;

namespace Trawl.Ipc.Tests.Calls;

/// <summary>The allocation counter, around messages of a connection that is warm.</summary>
[Collection(Alone.Name)]
public sealed class AllocationTests
{
    private const int Messages = 20_000;

    // What the thread pool and the test host do meanwhile is not ours. The smallest object has 24 bytes.
    private const long Noise = 4 * Messages;

    [Theory]
    [InlineData(64)]
    [InlineData(60_000)]
    public void ABareChannelAllocatesNothing(int size)
    {
        using var pair = new ChannelPair();
        var message = new byte[size];
        Assert.Equal(0, AllocatedHereBy(() =>
        {
            for (var i = 0; i < Messages; i++)
            {
                if (!pair.Client.TrySend(message, FrameType.Message, 1) || !pair.Server.TryRead(out var frame) || frame.Payload.Length != size) throw new InvalidOperationException();
                pair.Server.Advance();
            }
        }));
    }

    [Fact]
    public void ACallAllocatesNothingOnEitherEnd()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        Assert.InRange(AllocatedBy(() =>
        {
            for (var i = 0; i < Messages; i++) client.Call(NumberMethod.Square, i).Unwrap();
        }), 0, Noise);
    }

    [Fact]
    public void AHandlerOfBytesAllocatesNothing()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        var echo = new IpcMethod<long, long>(Methods.Echo.Id, new NumberMethod(), new NumberMethod());
        Assert.InRange(AllocatedBy(() =>
        {
            for (var i = 0; i < Messages; i++) client.Call(echo, i).Unwrap();
        }), 0, Noise);
    }

    [Fact]
    public void AnAsynchronousCallAllocatesNothingInTheLibrary()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        Assert.InRange(AllocatedBy(() =>
        {
            for (var i = 0; i < Messages; i++)
            {
                var call = client.CallAsync(NumberMethod.Square, i);
                if (!call.IsCompleted) call.AsTask().GetAwaiter().GetResult();
                else call.GetAwaiter().GetResult();
            }
        }), 0, 200 * Messages);
    }

    // Both ends are on this thread.
    private static long AllocatedHereBy(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long AllocatedBy(Action action)
    {
        action();
        var least = long.MaxValue;
        for (var i = 0; i < 10 && least > Noise; i++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            action();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }
}
