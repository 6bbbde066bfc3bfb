using System.Globalization;
using Trawl.Drift.Profiles;
using Trawl.Model.Drift;
using Trawl.Model.Plans;

namespace Trawl.Drift.Judging;

/// <summary>Compares a run with earlier runs of its pipeline.</summary>
public static class DriftJudge
{
    private static readonly IDriftCheck[] _checks =
    [
        new EmptyCheck(), new InvalidCheck(), new VolumeCheck(), new ShapeCheck(), new SameCheck(),
        new MagnitudeCheck(DriftKind.Size), new MagnitudeCheck(DriftKind.Length), new PageCheck(),
    ];

    /// <summary>What got worse.</summary>
    /// <param name="now">The run.</param>
    /// <param name="earlier">Earlier completed runs, newest first; may reach further back than is compared with.</param>
    /// <param name="settings">How.</param>
    public static DriftVerdict Judge(RunProfile now, IReadOnlyList<EarlierRun> earlier, DriftPlan settings)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(settings);
        if (!settings.Enabled) return new DriftVerdict(DriftState.NotJudged, [], []);
        if (earlier.Count == 0) return new DriftVerdict(DriftState.NothingToCompare, [], []);
        var before = new Baseline(earlier, settings.Runs);
        var findings = _checks.SelectMany(check => check.Find(now, before, settings))
            .Where(finding => !IsIgnored(finding.Subject, settings.Ignore)).ToList();
        var kept = findings.Where(f => !IsExplained(f, findings))
            .OrderBy(f => f.Kind).ThenByDescending(f => Math.Abs(f.Now - f.Before)).ThenBy(f => f.Subject, StringComparer.Ordinal)
            .Select(f => Dated(f, now, before)).ToList();
        var compared = earlier.Take(settings.Runs).Select(e => e.Profile.RunId).ToList();
        return new DriftVerdict(kept.Count > 0 ? DriftState.Drifted : DriftState.None, compared, kept);
    }

    /// <summary>What another finding says better: a field that is empty, or looks different, also has another length.</summary>
    private static bool IsExplained(Finding finding, List<Finding> all) => finding.Kind switch
    {
        DriftKind.Length => all.Any(f => f.Kind is DriftKind.Empty or DriftKind.Shape or DriftKind.Same && f.Subject == finding.Subject),
        DriftKind.Size or DriftKind.Shape => all.Any(f => f.Kind == DriftKind.Same && f.Subject == finding.Subject),
        _ => false,
    };

    private static bool IsIgnored(string subject, IReadOnlyList<string> ignored) => ignored.Any(i =>
        subject == i || (subject.StartsWith(i, StringComparison.Ordinal) && subject[i.Length] == '.'));

    private static DriftFinding Dated(Finding finding, RunProfile now, Baseline before)
    {
        var since = before.Since(finding.Kind, finding.Subject) ?? now.RunId;
        var message = string.Format(CultureInfo.InvariantCulture, finding.Message, $" since run {since}");
        return new DriftFinding(finding.Kind, finding.Subject, finding.Before, finding.Now, finding.Count, since, message);
    }
}
