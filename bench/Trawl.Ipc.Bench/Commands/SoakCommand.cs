using System.Diagnostics;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Measuring;
using Trawl.Ipc.Bench.Racing;
using Trawl.Ipc.Bench.Reporting;

namespace Trawl.Ipc.Bench.Commands;

/// <summary>Hours of everything, and whether memory grows. The first five minutes, or the first half, do not count.</summary>
internal sealed class SoakCommand(Settings settings, ResultLog log)
{
    private const int Connections = 100;
    private readonly double _seconds = settings.IsSmoke ? 1 : settings.Real("minutes", 3) * 60;
    private readonly int _lanes = settings.Number("lanes", 8);
    private readonly double _slice = settings.IsSmoke ? 0.1 : 1;

    /// <summary>False when memory grows by more than may be explained by chance.</summary>
    internal async Task<bool> RunAsync(Rival rival)
    {
        using var folder = new TemporaryFolder();
        using var contestant = await Contestant.StartAsync(rival, folder.Path);
        var (start, samples) = (Stopwatch.GetTimestamp(), new List<Sample>());
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < _seconds)
        {
            var done = await contestant.OrderAsync(FormattableString.Invariant($"soak {Connections} {_slice:0.###} {_lanes}"));
            samples.Add(Take(contestant, start, done));
            Write(samples[^1], done);
        }

        return Conclude(samples);
    }

    private static Sample Take(Contestant contestant, long start, JsonObject done)
    {
        var server = ResidentMemory.Of(contestant.ServerProcess);
        return new(
            Stopwatch.GetElapsedTime(start).TotalHours, server.Resident / 1024, server.Private / 1024, (double)done["heapMiB"]!,
            ResidentMemory.Of(contestant.DriverProcess).Resident / 1024);
    }

    private void Write(Sample sample, JsonObject done)
    {
        (done["minute"], done["serverMiB"], done["clientMiB"]) = (sample.Hours * 60, sample.Server, sample.Client);
        (done["sharedMiB"], done["nativeMiB"]) = (sample.Shared, sample.Native);
        log.AddSample(done);
    }

    private bool Conclude(List<Sample> samples)
    {
        var from = Math.Min(5.0 / 60, samples[^1].Hours / 2);
        var counted = samples.Where(s => s.Hours >= from).ToArray();
        double Slope(Func<Sample, double> of) => Statistics.Slope([.. counted.Select(s => (s.Hours, of(s)))]);
        var (server, client) = (Slope(s => s.Server), Slope(s => s.Client));
        log.Add(new JsonObject
        {
            ["rival"] = "trawl", ["order"] = "soak", ["round"] = 0, ["minutes"] = samples[^1].Hours * 60, ["serverMiB"] = samples[^1].Server,
            ["clientMiB"] = samples[^1].Client, ["mebibytesAnHour"] = server, ["clientMebibytesAnHour"] = client,
            ["heapMebibytesAnHour"] = Slope(s => s.Heap), ["nativeMebibytesAnHour"] = Slope(s => s.Native), ["sharedMebibytesAnHour"] = Slope(s => s.Shared),
        });
        var grown = Growth(counted);
        Console.WriteLine(FormattableString.Invariant(
            $"{samples[^1].Hours * 60:0.0} min: server {samples[^1].Server:0.0} MiB, {server:+0.0;-0.0} MiB/h ({grown:+0.00;-0.00} MiB since it counts); client {client:+0.0;-0.0} MiB/h"));
        return settings.IsSmoke || grown <= settings.Real("allow", 2);
    }

    // The last fifth over the first: single samples say little, since the garbage collector gives and takes.
    private static double Growth(Sample[] counted)
    {
        var fifth = Math.Max(1, counted.Length / 5);
        return Statistics.Median(counted[^fifth..].Select(s => s.Server)) - Statistics.Median(counted[..fifth].Select(s => s.Server));
    }

    // MiB. Heap is what the garbage collector has from the system, Private what no file or peer shares.
    private readonly record struct Sample(double Hours, double Server, double Private, double Heap, double Client)
    {
        internal double Native => Private - Heap;

        internal double Shared => Server - Private;
    }
}
