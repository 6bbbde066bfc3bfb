using Trawl.Recording.Replaying;
using Trawl.Simulation.World;
using Trawl.Storage.Reading;

namespace Trawl.Simulation;

/// <summary>
/// Replays a simulated run, however often it died: the same journal and the same dataset, in any order of work.
/// </summary>
internal static class SimReplay
{
    public static async Task<IReadOnlyList<string>> FaultsAsync(SimOutcome run, int seed)
    {
        var scratch = run.Folder + "-replay";
        Directory.CreateDirectory(scratch);
        try
        {
            var outcome = await new RunReplay(new ReplayOptions
            {
                RecordedFolder = run.Folder,
                ScratchFolder = scratch,
                Pages = _ => new SimPages(),
                Seed = seed,
                Concurrency = 1 + (seed % 16),
            }).RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
            return Faults(run, scratch, outcome).ToList();
        }
        catch (TimeoutException)
        {
            return ["the replay stands still"];
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static IEnumerable<string> Faults(SimOutcome run, string scratch, ReplayOutcome outcome)
    {
        if (outcome.Divergence is { } divergence)
        {
            yield return $"the replay differs: {divergence}";
        }
        else if (!Journal(run.Folder).SequenceEqual(Journal(scratch)))
        {
            yield return "the replay's journal differs, and nobody noticed";
        }
        else if (!Dataset(run.Folder).AsSpan().SequenceEqual(Dataset(scratch)))
        {
            yield return "the replay's dataset differs, and nobody noticed";
        }

        foreach (var missing in outcome.Missing)
        {
            yield return $"the replay asked for {missing}, which the capture does not hold";
        }
    }

    private static byte[] Dataset(string folder) => File.ReadAllBytes(Path.Combine(folder, "datasets", "page.jsonl"));

    private static List<string> Journal(string folder)
    {
        using var reader = RunReader.Open(folder);
        return [.. reader.Journal(0, int.MaxValue).Select(entry => entry.ToString())];
    }
}
