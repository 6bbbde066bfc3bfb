using System.Diagnostics;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Measuring;
using Trawl.Ipc.Bench.Racing;
using Trawl.Ipc.Bench.Reporting;

namespace Trawl.Ipc.Bench.Commands;

/// <summary>The server's memory with many connections: idle, under load, after it, and when they are gone.</summary>
internal sealed class MemoryCommand(Settings settings, ResultLog log)
{
    private readonly int[] _counts = settings.IsSmoke ? [20] : [100, 1000];
    private readonly double _seconds = settings.Real("seconds", settings.IsSmoke ? 0.05 : 3);
    private readonly TimeSpan _idle = TimeSpan.FromSeconds(settings.IsSmoke ? 0.1 : 10);

    internal async Task RunAsync(Rivals rivals)
    {
        for (var round = 0; round < settings.Number("rounds", settings.IsSmoke ? 1 : 3); round++)
        {
            foreach (var rival in rivals.Crowds)
                foreach (var count in _counts) await CrowdAsync(rival, count, round);
            foreach (var rival in rivals.Idlers) await WorkerAsync(rival, round);
        }
    }

    private async Task CrowdAsync(Rival rival, int count, int round)
    {
        using var folder = new TemporaryFolder();
        using var contestant = await Contestant.StartAsync(rival, folder.Path);
        await contestant.OrderAsync($"many 10 10 {settings.WarmSeconds:0.###}");
        await contestant.OrderAsync("open 1");
        var start = await SettledAsync(contestant);
        void Add(string order, ResidentMemory memory, int connections) => Log(contestant.Rival, order, round, Row(memory, start, connections));
        Add("start", start, 0);
        await contestant.OrderAsync($"open {count}");
        Add($"idle {count}", await SettledAsync(contestant), count);
        Log(rival, $"idle processor {count}", round, new() { ["percentOfACore"] = await IdleCpuAsync(contestant) });
        Add($"under load {count}", await UnderLoadAsync(contestant, count), count);
        Add($"loaded {count}", await SettledAsync(contestant), count);
        await contestant.OrderAsync("open 1");
        Add($"closed {count}", await SettledAsync(contestant), 0);
    }

    // What a process costs that serves one connection and waits.
    private async Task WorkerAsync(Rival rival, int round)
    {
        using var folder = new TemporaryFolder();
        using var contestant = await Contestant.StartAsync(rival, folder.Path);
        await contestant.OrderAsync($"latency 64 {settings.WarmSeconds:0.###}");
        var memory = await SettledAsync(contestant);
        Log(rival, "worker", round, new() { ["residentMiB"] = memory.Resident / 1024, ["proportionalMiB"] = memory.Proportional / 1024 });
    }

    private static JsonObject Row(ResidentMemory memory, ResidentMemory start, int connections)
    {
        var row = new JsonObject { ["residentMiB"] = memory.Resident / 1024, ["aboveStartMiB"] = (memory.Resident - start.Resident) / 1024 };
        row["perConnectionKiB"] = connections == 0 ? null : (memory.Resident - start.Resident) / connections;
        return row;
    }

    private async Task<ResidentMemory> SettledAsync(Contestant contestant)
    {
        await Task.Delay(settings.IsSmoke ? 10 : 500);
        return ResidentMemory.Of(contestant.ServerProcess);
    }

    private async Task<ResidentMemory> UnderLoadAsync(Contestant contestant, int count)
    {
        var load = contestant.OrderAsync($"many {count} {count} {_seconds:0.###}");
        var most = ResidentMemory.Of(contestant.ServerProcess);
        while (!load.IsCompleted)
        {
            await Task.WhenAny(load, Task.Delay(100));
            var now = ResidentMemory.Of(contestant.ServerProcess);
            if (now.Resident > most.Resident) most = now;
        }

        await load;
        return most;
    }

    private async Task<double> IdleCpuAsync(Contestant contestant)
    {
        var (start, used) = (Stopwatch.GetTimestamp(), ThreadTimes.Of(contestant.ServerProcess));
        await Task.Delay(_idle);
        return ThreadTimes.Of(contestant.ServerProcess).Since(used) / Stopwatch.GetElapsedTime(start).TotalNanoseconds * 100;
    }

    private void Log(Rival rival, string order, int round, JsonObject row)
    {
        (row["rival"], row["order"], row["round"]) = (rival.Name, order, round);
        log.Add(row);
    }
}
