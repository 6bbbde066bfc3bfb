using Trawl.Cli.Tests.Support;

namespace Trawl.Cli.Tests.Processes;

/// <summary>One engine a home, with real processes.</summary>
[Collection(BenchCollection.Name)]
public sealed class OwnershipTests(Bench bench)
{
    /// <summary>TRAWL_PROCESSES=100 asks for more of them; a hundred callers of one process are tested in Hosting.</summary>
    [Fact]
    public async Task FortyProcesses_OneKey_OneRun()
    {
        var home = bench.NewHome();
        var count = int.TryParse(Environment.GetEnvironmentVariable("TRAWL_PROCESSES"), out var asked) ? asked : 40;
        // One page: what so many processes cost is their start.
        await File.WriteAllTextAsync(
            Path.Combine(home, "bench.yaml"), "name: one\nstart: ${site}/\npages: { all: { extract: { p: { fields: { t: title } } } } }\n");
        var processes = Enumerable.Range(0, count).Select(_ => bench.StartRun(home, "--key", "same", "--json")).ToArray();
        var ended = await Task.WhenAll(processes.Select(p => p.EndAsync()));

        Assert.All(ended, e => Assert.True(e.Code == 0, $"{e.Code}: {e.Talk}"));
        Assert.Single(ended.Select(e => e.Json.GetProperty("runId").GetString()).Distinct());
        Assert.Single(Directory.GetDirectories(Path.Combine(home, "runs")));
        // One engine ran it: an interrupted or doubled run would have further attempts.
        Assert.Single(ended.Select(e => e.Json.GetProperty("attempts").GetInt64()).Distinct());
        Array.ForEach(processes, p => p.Dispose());
    }

    [Fact]
    public async Task OwnerKilled_GuestFinishesItsRunAndTheOwnersCanBeResumed()
    {
        var home = bench.NewSlowHome();
        using var owner = bench.StartRun(home, "--json");
        await LockedByAsync(home, owner.Pid);
        using var guest = bench.StartRun(home, "--json");
        await RunsAsync(home, 2);
        owner.Signal("KILL");
        var finished = await guest.EndAsync();

        Assert.Equal((0, "completed"), (finished.Code, finished.Json.GetProperty("state").GetString()));
        Assert.Equal(137, (await owner.EndAsync()).Code);
        foreach (var folder in Directory.GetDirectories(Path.Combine(home, "runs")))
        {
            Assert.Equal(0, (await Exe.RunAsync(home, "resume", Path.GetFileName(folder))).Code);
        }
    }

    [Fact]
    public async Task OwnerThatDoesNotAnswer_IsNamed()
    {
        var home = bench.NewSlowHome();
        using var owner = bench.StartRun(home);
        await LockedByAsync(home, owner.Pid);
        owner.Signal("STOP");
        var refused = await bench.RunAsync(home);
        owner.Signal("CONT");

        Assert.Equal(6, refused.Code);
        Assert.Contains($"process {owner.Pid}", refused.Talk, StringComparison.Ordinal);
        Assert.Equal(0, (await owner.EndAsync()).Code);
    }

    private static Task LockedByAsync(string home, int pid)
    {
        var path = Path.Combine(home, "engine.lock");
        return UntilAsync(
            async () => File.Exists(path) && (await ReadAsync(path)).StartsWith($"pid {pid}\n", StringComparison.Ordinal),
            $"process {pid} owns the home");
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        while (!await condition())
        {
            Assert.False(patience.IsCancellationRequested, $"Within a minute it did not become true that {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    /// <summary>As a reader that takes no lock: .NET's own would shut the owner out or fail.</summary>
    private static async Task<string> ReadAsync(string path)
    {
        using var cat = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("cat", [path]) { RedirectStandardOutput = true })!;
        return await cat.StandardOutput.ReadToEndAsync();
    }

    private static Task RunsAsync(string home, int count)
    {
        var runs = Path.Combine(home, "runs");
        return UntilAsync(
            () => Task.FromResult(Directory.Exists(runs)
                && Directory.GetFiles(runs, "run.db-wal", SearchOption.AllDirectories).Length >= count),
            $"{count} runs are under way");
    }
}
