using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Measuring;
using Trawl.Ipc.Bench.Racing;
using Trawl.Ipc.Bench.Recovery;
using Trawl.Ipc.Bench.Reporting;

namespace Trawl.Ipc.Bench.Commands;

/// <summary>What a crash costs, what a connection costs, what taking one from the pool costs, and what a message allocates.</summary>
internal sealed class RecoveryCommand(Settings settings, ResultLog log)
{
    private readonly int _trials = settings.Number("trials", settings.IsSmoke ? 2 : 50);
    private readonly int _acquisitions = settings.IsSmoke ? 1000 : 200_000;
    private readonly int _messages = settings.IsSmoke ? 1000 : 50_000;

    internal async Task RunAsync()
    {
        using var folder = new TemporaryFolder();
        string At(string name) => Path.Combine(folder.Path, name, "s");
        for (var round = 0; round < settings.Number("rounds", settings.IsSmoke ? 1 : 3); round++)
        {
            await CrashAsync(At($"c{round}"), round);
            var pool = new PoolTrials(At($"p{round}"));
            Log("acquire", round, (await pool.AloneAsync(_acquisitions)).ToJson());
            Log("acquire, 8 takers for 4 connections", round, (await pool.TogetherAsync(_acquisitions)).ToJson());
            var allocations = new AllocationTrials(At($"a{round}"));
            Log("allocations", round, new() { ["bytesPerMessage"] = allocations.Channel(_messages) });
            Log("allocations of calls", round, new() { ["bytesPerMessage"] = allocations.Calls(_messages) });
        }
    }

    private async Task CrashAsync(string path, int round)
    {
        using var trials = new CrashTrials(path);
        await trials.RunAsync(_trials);
        Log("crash", round, Quantiles(trials.Recovered));
        Log("crash noticed", round, Quantiles(trials.Noticed));
        Log("connect and first answer", round, Quantiles(trials.Connected));
    }

    private static JsonObject Quantiles(List<double> times) => new()
    {
        ["p50"] = Statistics.Quantile(times, 0.5), ["p90"] = Statistics.Quantile(times, 0.9), ["p99"] = Statistics.Quantile(times, 0.99),
        ["max"] = times.Max(), ["trials"] = times.Count,
    };

    private void Log(string order, int round, JsonObject row)
    {
        (row["rival"], row["order"], row["round"]) = ("trawl", order, round);
        log.Add(row);
        Console.WriteLine($"{order}: {row.ToJsonString()}");
    }
}
