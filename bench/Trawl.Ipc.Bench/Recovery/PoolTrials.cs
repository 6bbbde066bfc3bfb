using System.Diagnostics;
using Trawl.Ipc.Bench.Measuring;

namespace Trawl.Ipc.Bench.Recovery;

/// <summary>Acquisition from a pool: by one, and by more at once than it has connections.</summary>
internal sealed class PoolTrials(string path)
{
    private const int Takers = 8, Connections = 4;

    /// <summary>One taker: a connection is always idle.</summary>
    internal async Task<Latency> AloneAsync(int acquisitions)
    {
        using var server = RecoveryServer.Listen(IpcEndpoint.At(path));
        using var pool = new IpcPool(IpcEndpoint.At(path));
        await TakeAsync(pool, acquisitions / 10);
        return Summary([await TakeAsync(pool, acquisitions)]);
    }

    /// <summary>Eight takers that each call once with what they took, and four connections.</summary>
    internal async Task<Latency> TogetherAsync(int acquisitions)
    {
        using var server = RecoveryServer.Listen(IpcEndpoint.At(path));
        using var pool = new IpcPool(IpcEndpoint.At(path), new IpcPoolOptions { MinSize = Connections, MaxSize = Connections });
        await TakeAsync(pool, acquisitions / 10);
        var takers = Enumerable.Range(0, Takers).Select(_ => Task.Run(() => TakeAsync(pool, acquisitions / Takers)));
        return Summary(await Task.WhenAll(takers));
    }

    private static async Task<long[]> TakeAsync(IpcPool pool, int acquisitions)
    {
        var method = new IpcMethod<long, long>(RecoveryServer.Echo, new NumberCodec(), new NumberCodec());
        var times = new long[acquisitions];
        for (var i = 0; i < acquisitions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var lease = (await pool.AcquireAsync()).Unwrap();
            times[i] = Stopwatch.GetTimestamp() - start;
            if (lease.Connection.Call(method, i).Unwrap() != i) throw new InvalidOperationException("The echo is wrong.");
        }

        return times;
    }

    private static Latency Summary(long[][] takers)
    {
        var samples = new Samples();
        foreach (var time in takers.SelectMany(times => times)) samples.Add(time);
        return samples.Summary();
    }
}
