using Trawl.Drift.Profiles;
using Trawl.Model.Drift;

namespace Trawl.Drift.Judging;

/// <summary>
/// The earlier runs that are fit to compare a measure with: the newest in which it was well. A drift that lasts must
/// not become the measure of itself.
/// </summary>
internal sealed class Baseline(IReadOnlyList<EarlierRun> earlier, int runs)
{
    /// <summary>Profiles of earlier runs without a finding of that kind on that subject, newest first.</summary>
    public IReadOnlyList<RunProfile> Of(DriftKind kind, string subject) =>
        [.. earlier.Where(e => !e.Verdict.Findings.Any(f => f.Kind == kind && f.Subject == subject))
            .Take(runs).Select(e => e.Profile)];

    /// <summary>The first run of the unbroken line of runs, up to the newest earlier one, that had the finding.</summary>
    public string? Since(DriftKind kind, string subject) =>
        earlier.Count == 0 ? null : earlier[0].Verdict.Findings.FirstOrDefault(f => f.Kind == kind && f.Subject == subject)?.Since;
}
