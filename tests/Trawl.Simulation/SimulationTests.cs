using System.Collections.Concurrent;
using System.Globalization;

namespace Trawl.Simulation;

/// <summary>
/// A thousand seeds of the real engine in virtual time. A failure prints its seed; repeat it with
/// <c>TRAWL_SEED=n ./build.sh test --filter Simulation</c>. TRAWL_SEEDS sets their number.
/// </summary>
public sealed class SimulationTests : IDisposable
{
    private static int s_scratches;

    // Memory where there is some: what a power cut does to a disk is tested elsewhere.
    private readonly string _scratch = Directory.CreateDirectory(Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"trawl-sim-{Environment.ProcessId}-{Interlocked.Increment(ref s_scratches)}")).FullName;

    private int _runs;

    [Fact]
    public void EverySeedKeepsThePromises()
    {
        var failures = new ConcurrentQueue<string>();
        Parallel.ForEach(Seeds(), (seed, loop) =>
        {
            foreach (var fault in Faults(seed, PlantedBug.None))
            {
                failures.Enqueue($"seed {seed}: {fault}");
                loop.Stop();
            }
        });

        Assert.True(
            failures.IsEmpty,
            $"Repeat one with TRAWL_SEED=n ./build.sh test --filter Simulation\n{string.Join('\n', failures.Take(20))}");
    }

    /// <summary>However often it was killed: every run that is wholly recorded can be replayed.</summary>
    [Fact]
    public async Task EveryTenthSeedIsReplayedToTheLetter()
    {
        var replayed = 0;
        foreach (var seed in Seeds().Where(seed => seed % 10 == 1 || IsOneSeed))
        {
            var run = Execute(seed, PlantedBug.None);
            if (run.IsWhollyCaptured)
            {
                replayed++;
                var faults = await SimReplay.FaultsAsync(run, seed);
                Assert.True(faults.Count == 0, $"Repeat it with TRAWL_SEED={seed} ./build.sh test --filter Simulation\n{string.Join('\n', faults)}");
            }

            Directory.Delete(run.Folder, recursive: true);
        }

        Assert.True(replayed > 0 || IsOneSeed);
    }

    [Theory]
    [InlineData(PlantedBug.LostLease)]
    [InlineData(PlantedBug.CommitAfterPublish)]
    [InlineData(PlantedBug.MissingFence)]
    public void APlantedBugIsFound(PlantedBug bug) =>
        Assert.Contains(Enumerable.Range(1, 100), seed => Faults(seed, bug).Count > 0);

    [Fact]
    public void TheSameSeedGivesTheSameExecution()
    {
        var first = Execute(42, PlantedBug.None);
        var second = Execute(42, PlantedBug.None);

        Assert.Equal(first.Arrivals, second.Arrivals);
        Assert.Equal(first.Steps, second.Steps);
    }

    public void Dispose()
    {
        Directory.Delete(_scratch, recursive: true);
    }

    private static bool IsOneSeed => Environment.GetEnvironmentVariable("TRAWL_SEED") is not null;

    private static IEnumerable<int> Seeds()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("TRAWL_SEED"), CultureInfo.InvariantCulture, out var one))
        {
            return [one];
        }

        var count = int.TryParse(Environment.GetEnvironmentVariable("TRAWL_SEEDS"), CultureInfo.InvariantCulture, out var many) ? many : 1_000;
        return Enumerable.Range(1, count);
    }

    private List<string> Faults(int seed, PlantedBug bug)
    {
        try
        {
            var outcome = Execute(seed, bug);
            var faults = SimVerdict.Judge(outcome).ToList();
            Directory.Delete(outcome.Folder, recursive: true);
            return faults;
        }
        catch (SimFailure failure)
        {
            return [failure.Message];
        }
    }

    private SimOutcome Execute(int seed, PlantedBug bug) =>
        SimRun.Execute(seed, bug, Path.Combine(_scratch, $"{bug}-{seed}-{Interlocked.Increment(ref _runs)}"));
}
