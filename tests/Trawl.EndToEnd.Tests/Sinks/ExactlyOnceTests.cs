namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>
/// Whoever is killed when, the target holds each record once. A failure names its seed or the point at which the engine died.
/// </summary>
/// <param name="run">A run that only has to be delivered.</param>
/// <param name="seeds">Seeds of the moments at which somebody is killed.</param>
/// <param name="points">Points of a delivery at which the engine dies, and how often they were passed before.</param>
public abstract class ExactlyOnceTests(SinkRun run, int[] seeds, string[] points)
{
    private const int KilledBySignal = 137;

    [Fact]
    public void EachRecordIsThereOnce_WhoeverIsKilledAtRandom()
    {
        var inTheMiddle = 0;
        foreach (var seed in seeds)
        {
            var workers = new SinkKills(run, seed);
            var home = run.Copy();
            workers.OfWorkers(home);
            Check(home, $"seed {seed}, workers killed");

            var engines = new SinkKills(run, seed);
            home = run.Copy();
            engines.OfEngines(home);
            Check(home, $"seed {seed}, engines killed");
            inTheMiddle += workers.InTheMiddle + engines.InTheMiddle;
        }

        Assert.True(inTheMiddle > 0, $"seeds {string.Join(", ", seeds)}: nobody was killed in the middle.");
    }

    /// <summary>Dies at each step of a delivery: before a batch is sent, when its answer is there, when that is written down, at the end.</summary>
    [Fact]
    public void EachRecordIsThereOnce_WhereverTheEngineDies()
    {
        foreach (var point in points)
        {
            var home = run.Copy();
            using var crashed = run.Resume(home, point);
            Assert.True(crashed.ExitCode == KilledBySignal, $"{point} was not reached: {crashed.Talk}");
            using var resumed = run.Resume(home);
            Assert.True(resumed.ExitCode == 0, $"{point}: {resumed.Talk}");
            Check(home, point);
        }
    }

    private void Check(string home, string what)
    {
        var rows = run.Target.Rows();
        Assert.True(run.Expected.SequenceEqual(rows), $"{what}: {rows.Count} rows of {run.Expected.Count}, {rows.Distinct().Count()} different.");
        Assert.Equal([$"{run.Expected.Count} 0 1"], run.Books(home).Query("SELECT records || ' ' || repeated || ' ' || complete FROM sinks"));
    }
}
