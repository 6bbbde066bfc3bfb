using System.Diagnostics;
using Trawl.EndToEnd.Tests.Plugins;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>Delivers a run while somebody kills with SIGKILL, at moments that a seed decides.</summary>
internal sealed class SinkKills(SinkRun run, int seed)
{
    private const int Interrupted = 5;
    private const int MostLives = 200;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly Random _chance = new(seed);

    /// <summary>Kills that came when some records were there and some were not.</summary>
    public int InTheMiddle { get; private set; }

    /// <summary>Kills workers of one engine until everything is delivered.</summary>
    public void OfWorkers(string home)
    {
        for (var life = 0; life < MostLives; life++)
        {
            using var trawl = run.Start(home);
            while (Progresses(trawl))
            {
                if (ChildProcesses.Of(trawl.Id) is [var worker, ..] && TryKill(worker)) Count();
            }

            trawl.WaitForExit(s_patience);
            if (trawl.ExitCode == 0) return;
            // Too many deaths in a row give the sink up: the run waits to be resumed.
            Assert.True(trawl.ExitCode == Interrupted, $"seed {seed}: {trawl.Talk}");
        }

        Assert.Fail($"seed {seed}: not delivered in {MostLives} lives.");
    }

    /// <summary>Kills one engine after the other until one delivers everything before its turn.</summary>
    public void OfEngines(string home)
    {
        for (var life = 0; life < MostLives; life++)
        {
            using var trawl = run.Start(home);
            if (!Progresses(trawl))
            {
                trawl.WaitForExit(s_patience);
                Assert.True(trawl.ExitCode == 0, $"seed {seed}: {trawl.Talk}");
                return;
            }

            var workers = ChildProcesses.Of(trawl.Id);
            trawl.Kill();
            Count();
            Assert.True(SpinWait.SpinUntil(() => !workers.Any(ChildProcesses.IsAlive), TimeSpan.FromSeconds(10)), $"seed {seed}: a worker lives on.");
        }

        Assert.Fail($"seed {seed}: not delivered in {MostLives} lives.");
    }

    /// <summary>Waits until more is there than was, and for a moment more; false when the engine ended first.</summary>
    private bool Progresses(TrawlProcess trawl)
    {
        var before = run.Target.Rows().Count;
        var more = before + 1 + _chance.Next(run.Expected.Count / 3);
        Assert.True(
            SpinWait.SpinUntil(() => trawl.HasExited || run.Target.Rows().Count is var now && now >= more, s_patience), $"seed {seed}: {trawl.Talk}");
        return !trawl.Ends(TimeSpan.FromMilliseconds(_chance.Next(6)));
    }

    private void Count()
    {
        if (run.Target.Rows().Count is var rows && rows > 0 && rows < run.Expected.Count) InTheMiddle++;
    }

    private static bool TryKill(int worker)
    {
        try
        {
            Process.GetProcessById(worker).Kill();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
