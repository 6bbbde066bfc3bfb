using Trawl.Drift.Profiles;
using Trawl.Model.Drift;
using Trawl.Model.Plans;

namespace Trawl.Drift.Judging;

/// <summary>Rules with far fewer or more pages, and types with far fewer or more records, where the crawl is the same.</summary>
internal sealed class VolumeCheck : IDriftCheck
{
    public IEnumerable<Finding> Find(RunProfile now, Baseline before, DriftPlan settings)
    {
        foreach (var rule in now.Pages.Keys)
        {
            if (Compare(now, before, $"pages.{rule}", $"pages of the rule {rule}", run => Pages(run, rule), settings) is { } finding)
                yield return finding;
        }

        foreach (var type in now.Records.Keys)
        {
            if (Compare(now, before, type, $"{type} records", run => Records(run, type), settings) is { } finding) yield return finding;
        }
    }

    private static Finding? Compare(
        RunProfile now, Baseline before, string subject, string what, Func<RunProfile, long?> count, DriftPlan settings)
    {
        var earlier = before.Of(DriftKind.Volume, subject).Where(run => run.Extent == now.Extent).Select(count).OfType<long>().ToList();
        if (earlier.Count == 0 || count(now) is not { } current || !VolumeTest.IsFar(current, earlier, settings.Least)) return null;
        var was = VolumeTest.Mean(earlier);
        return new Finding(
            DriftKind.Volume, subject, was, current, current,
            $"There {(current == 1 ? "is" : "are")} {Words.Count(current)} {what}{{0}}; there were {Words.Count(was)}.");
    }

    private static long? Pages(RunProfile run, string rule) => run.Pages.TryGetValue(rule, out var count) ? count : null;

    private static long? Records(RunProfile run, string type) =>
        run.Records.TryGetValue(type, out var record) ? record.Kept + record.Invalid : null;
}
