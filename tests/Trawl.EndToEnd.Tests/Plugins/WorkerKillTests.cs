using System.Diagnostics;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Plugins;

/// <summary>
/// Workers of sources, parsers, steps and sinks are killed at random moments, the engine too, and both: what comes of it is
/// what comes of a run in which nobody died, at the sink too, and nothing is left alive. Repeat one seed:
/// <c>./build.sh test --filter "WorkerKillTests&amp;DisplayName~seed: 3"</c>.
/// </summary>
public sealed class WorkerKillTests(PluggedRuns runs) : IClassFixture<PluggedRuns>
{
    /// <summary>A run may stop to be resumed: the engine was killed, or a plugin given up, or its sink.</summary>
    private const int MostLives = 40;

    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(1, 8, 0)]
    [InlineData(2, 8, 0)]
    [InlineData(3, 0, 5)]
    [InlineData(4, 5, 3)]
    public void Killed_TheRunMakesWhatTheUndisturbedOneMakes(int seed, int workerKills, int engineKills)
    {
        var name = $"killed-{seed}";
        var chance = new Random(seed);
        var killer = new Killer(runs, name, chance, workerKills, engineKills);
        var lives = 0;
        while (true)
        {
            using var trawl = TrawlProcess.Start(runs.Begin(name));
            while (!trawl.Ends(TimeSpan.FromMilliseconds(chance.Next(5, 40)))) killer.Strike(trawl);
            Assert.True(SpinWait.SpinUntil(() => Workers.Below(runs.HomeOf(name)).Count == 0, s_soon), $"seed {seed}: a worker lives on. {killer}");
            if (trawl.ExitCode == 0) break;
            Assert.True(++lives < MostLives, $"seed {seed}: exit code {trawl.ExitCode} again. {killer} {trawl.Talk}");
        }

        Assert.True(killer.IsDone, $"seed {seed}: the run ended before all were killed. {killer}");
        var made = runs.Made(name);
        Assert.True(runs.Undisturbed.SequenceEqual(made), $"seed {seed}: {killer}\n{Difference(made)}");
        var books = new RunBooks(runs.HomeOf(name));
        Assert.Empty(books.NotFinal());
        Assert.Empty(books.WrongCounters());
        Assert.False(Directory.Exists(Path.Combine(books.Folder, "tmp", "plugins")), "Folders of workers are left.");
    }

    /// <summary>A worker hangs in a call for ever; whatever ends the engine ends it too.</summary>
    [Theory]
    [InlineData("kill")]
    [InlineData("stop")]
    [InlineData("cancel")]
    public void WhateverEndsTheEngine_LeavesNoWorker(string way)
    {
        var name = "hung-" + way;
        using var trawl = TrawlProcess.Start(runs.Begin(name, "hang"));
        Assert.True(SpinWait.SpinUntil(() => Workers.Below(runs.HomeOf(name)).Any(worker => worker.Plugin == "tidy"), TimeSpan.FromSeconds(60)), trawl.Talk);
        if (way == "kill") trawl.Kill();
        else if (way == "stop") Stop(trawl);
        else Cancel(name);
        trawl.WaitForExit(TimeSpan.FromSeconds(60));
        Assert.True(SpinWait.SpinUntil(() => Workers.Below(runs.HomeOf(name)).Count == 0, s_soon), $"{way}: a worker lives on.");
    }

    /// <summary>Once asks to finish what is under way, which never ends here; twice stops at once, if they are not taken for one.</summary>
    private static void Stop(TrawlProcess trawl)
    {
        Terminate(trawl.Id);
        Assert.True(SpinWait.SpinUntil(() => trawl.Talk.Contains("Stopping:", StringComparison.Ordinal), TimeSpan.FromSeconds(60)), trawl.Talk);
        do
        {
            Terminate(trawl.Id);
        }
        while (!trawl.Ends(TimeSpan.FromSeconds(2)) && !trawl.Talk.Contains("Stopping at once", StringComparison.Ordinal));
    }

    private static void Terminate(int process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process}"]);
        kill.WaitForExit();
    }

    private void Cancel(string name)
    {
        using var cancel = TrawlProcess.Run(["cancel", runs.RunOf(name), "--home", runs.HomeOf(name), "--json"]);
        Assert.True(cancel.ExitCode == 0, cancel.Talk);
    }

    private string Difference(IReadOnlyDictionary<string, string> made) => string.Join('\n',
        runs.Undisturbed.Except(made).Select(item => $"missing: {item}").Concat(made.Except(runs.Undisturbed).Select(item => $"not expected: {item}")));
}
