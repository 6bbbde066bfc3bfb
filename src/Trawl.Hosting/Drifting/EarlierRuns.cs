using System.Text.Json;
using Trawl.Drift.Judging;
using Trawl.Drift.Profiles;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Drift;
using Trawl.Model.Plans;
using Trawl.Model.Runs;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Drifting;

/// <summary>
/// Finds earlier completed runs of a pipeline, newest first. A run's name begins with its pipeline and its day, so that
/// a home of a thousand runs is not opened run by run.
/// </summary>
internal static class EarlierRuns
{
    /// <summary>What follows the pipeline in a run's name: a hyphen, the day, a hyphen, five characters.</summary>
    private const int Behind = 15;

    /// <summary>Runs looked at, at most: a drift may last longer than anybody cares.</summary>
    private const int Most = 100;

    /// <summary>So many that those without a finding are enough to compare with.</summary>
    public static IReadOnlyList<EarlierRun> Of(string runs, RunInfo run, DriftPlan settings)
    {
        var earlier = new List<EarlierRun>();
        var well = 0;
        foreach (var day in Folders(runs, run.Pipeline).GroupBy(Day).OrderByDescending(d => d.Key, StringComparer.Ordinal))
        {
            var ofDay = day.Select(folder => Open(folder, run, settings)).OfType<(DateTimeOffset At, EarlierRun Run)>()
                .OrderByDescending(r => r.At).Select(r => r.Run).ToList();
            earlier.AddRange(ofDay);
            well += ofDay.Count(r => r.Verdict.Findings.Count == 0);
            if (well >= settings.Runs || earlier.Count >= Most)
            {
                break;
            }
        }

        return earlier;
    }

    /// <summary>Folders of what may be runs of a pipeline.</summary>
    public static IEnumerable<string> Folders(string runs, string pipeline) =>
        Directory.EnumerateDirectories(runs, pipeline + "-*")
            .Where(folder => Path.GetFileName(folder).Length == pipeline.Length + Behind);

    /// <summary>The day in a run's name, as text that sorts.</summary>
    public static string Day(string folder) => Path.GetFileName(folder)[^14..^6];

    private static (DateTimeOffset, EarlierRun)? Open(string folder, RunInfo run, DriftPlan settings)
    {
        try
        {
            using var reader = RunReader.Open(folder);
            var other = reader.ReadRun();
            return other.State == RunState.Completed && other.Pipeline == run.Pipeline
                && other.CreatedAt < run.CreatedAt && other.CreatedAt >= (settings.Since ?? DateTimeOffset.MinValue)
                && reader.Profile() is var (profile, verdict)
                ? (other.CreatedAt, new EarlierRun(ProfileJson.ReadProfile(profile), ProfileJson.ReadVerdict(verdict)))
                : null;
        }
        catch (Exception error) when (error is RunStoreException or IOException or UnauthorizedAccessException or JsonException)
        {
            // A run that is damaged, or being made or deleted: there is nothing to compare with in it.
            return null;
        }
    }
}
