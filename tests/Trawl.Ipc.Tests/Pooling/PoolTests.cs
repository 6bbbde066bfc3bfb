using Trawl.Ipc.Tests.Calls;

namespace Trawl.Ipc.Tests.Pooling;

public sealed class PoolTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task TheLastOneReturnedIsTheNextOneUsed()
    {
        using var server = new TestServer();
        using var pool = new IpcPool(server.Endpoint, new IpcPoolOptions { GrowAfter = TimeSpan.Zero });
        var first = (await pool.AcquireAsync()).Unwrap();
        var second = (await pool.AcquireAsync()).Unwrap();
        first.Dispose();
        second.Dispose();
        Assert.Same(second.Connection, (await pool.AcquireAsync()).Unwrap().Connection);
        Assert.Equal((2, 3L, 1L, 2L), (pool.Counters.Size, pool.Counters.Acquires, pool.Counters.Hits, pool.Counters.Made));
    }

    [Fact]
    public async Task AFullPoolServesThoseWhoWaitInTurn()
    {
        using var server = new TestServer();
        using var pool = new IpcPool(server.Endpoint, new IpcPoolOptions { MaxSize = 2 });
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < 100; n++)
            {
                using var lease = (await pool.AcquireAsync()).Unwrap();
                Assert.Equal($"A{i}", (await lease.Connection.CallAsync(Methods.Upper, $"a{i}")).Unwrap());
            }
        }))).WaitAsync(s_patience);
        Assert.InRange(pool.Counters.Size, 1, 2);
        Assert.Equal(1600, pool.Counters.Acquires);
    }

    [Fact]
    public async Task DeadConnectionsAreReplaced()
    {
        using var server = new TestServer();
        using var pool = new IpcPool(server.Endpoint);
        var lease = (await pool.AcquireAsync()).Unwrap();
        lease.Dispose();
        foreach (var connection in server.Server.Connections) connection.Dispose();
        await lease.Connection.Closed.WaitAsync(s_patience);
        var next = (await pool.AcquireAsync()).Unwrap();
        Assert.NotSame(lease.Connection, next.Connection);
        Assert.Equal(1, pool.Counters.Broken);
    }

    [Fact]
    public async Task IdleConnectionsArePingedAndThenClosed()
    {
        var clock = new ManualClock();
        using var server = new TestServer();
        using var pool = new IpcPool(server.Endpoint, new IpcPoolOptions { GrowAfter = TimeSpan.Zero, Clock = clock });
        var leases = new[] { (await pool.AcquireAsync()).Unwrap(), (await pool.AcquireAsync()).Unwrap(), (await pool.AcquireAsync()).Unwrap() };
        foreach (var lease in leases) lease.Dispose();
        clock.Advance(TimeSpan.FromSeconds(40));
        (await pool.AcquireAsync()).Unwrap().Dispose();
        Assert.Equal((1, 2L), (pool.Counters.Size, pool.Counters.Shrunk));
    }

    private sealed class ManualClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => _now += time.Ticks;

        public override long GetTimestamp() => _now;
    }
}
